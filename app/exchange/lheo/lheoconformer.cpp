// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/lheo/lheoconformer.h"

#include "exchange/lheo/lheonames.h"
#include "exchange/lheo/lheovalue.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

constexpr qsizetype mostShownSigns = 120;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

QString markupDropped()
{
    return Tr::tr("du texte seul : les balises qu'il contenait n'ont pas été écrites");
}

QString textOf(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

// A remark names a value, it does not repeat a page.
QString shownValue(std::string_view utf8)
{
    const QString text = textOf(utf8);
    return text.size() <= mostShownSigns ? text : cutAtWord(text, mostShownSigns);
}

bool isSameName(std::string_view a, std::string_view b)
{
    return std::ranges::equal(a, b, [](char x, char y) { return (x | 0x20) == (y | 0x20); });
}

// Our extras (DESIGN). In any case of letters: what must not be published must not slip through.
bool isAssessment(XmlElement element)
{
    static constexpr std::array<std::string_view, 3> names{"bilans", "bilan-intermediaire",
                                                           "bilan-final"};
    const std::string_view info = element.attribute("info");
    return !info.empty() && std::ranges::any_of(names, [info](std::string_view name) {
        return isSameName(name, info);
    });
}

bool isFlowMark(XmlElement element)
{
    return element.name() == "extras" && element.attribute("info") == "FLUX-CARIF";
}

std::string_view lheoCodeOf(RecruitmentState state)
{
    switch (state) {
    case RecruitmentState::Open: return "1";
    case RecruitmentState::Closed: return "2";
    case RecruitmentState::Suspended: return "3";
    case RecruitmentState::Unknown: break;
    }
    return {};
}

void collectText(XmlElement element, std::string &text)
{
    for (const XmlElement &child : element.children()) {
        if (!child.isText()) {
            collectText(child, text);
            continue;
        }
        if (!text.empty())
            text += ' ';
        text += child.text();
    }
}

// Elements of other vocabularies keep their attributes, but for what needs a prefix.
bool isPlainAttribute(std::string_view name)
{
    return name != "xmlns" &&
           (name.find(':') == std::string_view::npos || name == "xml:lang" || name == "xml:space");
}

// Writes one element with all that is in it; what turns out not to stand is taken back.
class Conforming
{
public:
    Conforming(std::string_view hole, const LheoAmendments &amendments, QList<Rejection> &remarks)
        : m_hole(hole)
        , m_amendments(amendments)
        , m_remarks(remarks)
    {
    }

    Mapped<LheoFragment> run(XmlElement source, const LheoElement &model)
    {
        if (write(source, model, false) == Outcome::Invalid)
            return tl::unexpected(std::move(m_defect));
        return m_out.take();
    }

private:
    enum class Outcome
    {
        Written,
        Nothing, // all that it held is left out
        Invalid, // m_defect says why
    };

    struct Placed
    {
        std::size_t slot;
        XmlElement element;
    };

    Outcome write(XmlElement source, const LheoElement &model, bool mayVanish)
    {
        const std::size_t begin = m_out.size();
        const qsizetype remarkCount = m_remarks.size();
        m_path.push_back(model.name);
        const std::size_t inside = open(source, model);
        Outcome outcome = writeContent(source, model);
        m_path.pop_back();
        // Empty extras go out as they came.
        if (outcome == Outcome::Written && m_out.size() == inside && mayVanish &&
            model.content == LheoContent::Elements)
            outcome = Outcome::Nothing;
        if (outcome == Outcome::Written)
            m_out.close(model.name, inside);
        else
            m_out.takeBack(begin);
        if (outcome == Outcome::Invalid)
            m_remarks.resize(remarkCount);
        return outcome;
    }

    std::size_t open(XmlElement source, const LheoElement &model)
    {
        m_out.beginTag(model.name);
        for (std::size_t i = 0; i < source.attributeCount(); ++i) {
            const XmlAttribute attribute = source.attributeAt(i);
            const LheoAttribute kind = lheoAttribute(model, attribute.name);
            const bool isForeign = kind == LheoAttribute::Unknown &&
                                   model.content == LheoContent::Anything &&
                                   isPlainAttribute(attribute.name);
            if (isForeign || fits(kind, attribute.value))
                m_out.attribute(attribute, kind);
            else if (!attribute.name.starts_with("xmlns"))
                remarkAttribute(attribute, kind);
        }
        return m_out.endTag();
    }

    Outcome writeContent(XmlElement source, const LheoElement &model)
    {
        switch (model.content) {
        case LheoContent::Elements: return writeSequence(source, model);
        case LheoContent::Extras: return writeExtras(source);
        case LheoContent::Anything: writeAnything(source); return Outcome::Written;
        default: return writeValue(source, model);
        }
    }

    Outcome writeValue(XmlElement source, const LheoElement &model)
    {
        const std::string_view text = valueOf(source);
        if (fits(model, text)) {
            m_out.text(text);
            return Outcome::Written;
        }
        const std::optional<FittedValue> value = fitted(model, text);
        if (!value) {
            m_defect = rejectionOf(path(), shownValue(text), expectedIn(model));
            return Outcome::Invalid;
        }
        if (!value->change.isEmpty())
            remark(path(), shownValue(text), value->change);
        m_out.text(value->text);
        return Outcome::Written;
    }

    // Ends with the next call.
    std::string_view valueOf(XmlElement source)
    {
        const XmlChildren children = source.children();
        XmlChildren::iterator child = children.begin();
        if (child == children.end())
            return {};
        const XmlElement first = *child;
        if (first.isText() && ++child == children.end())
            return first.text();
        m_joined.clear();
        collectText(source, m_joined);
        remark(path(), shownValue(m_joined), markupDropped());
        return m_joined;
    }

    Outcome writeSequence(XmlElement source, const LheoElement &model)
    {
        const std::size_t base = m_placed.size();
        place(source, model);
        const std::size_t size = m_placed.size();
        Outcome outcome = Outcome::Written;
        std::size_t at = base;
        for (std::size_t slot = 0; slot < model.slots.size(); ++slot) {
            const std::size_t begin = at;
            while (at < size && m_placed[at].slot == slot)
                ++at;
            if (!writeSlot(model.slots[slot], begin, at)) {
                outcome = Outcome::Invalid;
                break;
            }
        }
        m_placed.resize(base);
        return outcome;
    }

    //! Puts the children where they belong, those of one slot in the order in which they came.
    void place(XmlElement source, const LheoElement &model)
    {
        const std::size_t base = m_placed.size();
        std::size_t slot = 0;
        bool isSorted = true;
        for (const XmlElement &child : source.children()) {
            if (isLeftAway(child))
                continue;
            const std::size_t found = child.isText() ? npos : slotOf(model, child.name(), slot);
            if (found == npos) {
                remarkUnknown(child);
                continue;
            }
            isSorted = isSorted && found >= slot;
            slot = found;
            m_placed.push_back({slot, child});
        }
        if (!isSorted) {
            std::stable_sort(m_placed.begin() + std::ptrdiff_t(base), m_placed.end(),
                             [](const Placed &a, const Placed &b) { return a.slot < b.slot; });
        }
    }

    // Children mostly stand in their order: the next is looked for from the last one on.
    static std::size_t slotOf(const LheoElement &model, std::string_view name, std::size_t from)
    {
        for (std::size_t step = 0; step < model.slots.size(); ++step) {
            const std::size_t slot = (from + step) % model.slots.size();
            if (model.slots[slot].element->name == name)
                return slot;
        }
        return npos;
    }

    bool writeSlot(const LheoSlot &slot, std::size_t begin, std::size_t end)
    {
        if (m_path.size() == 1 && slot.element->name == m_hole) {
            m_out.markHole();
            return true;
        }
        if (m_path.size() == 1 && slot.element->name == "etat-recrutement") {
            writeRecruitment(*slot.element, begin, end);
            return true;
        }
        if (begin == end && slot.least == 0) // so it is for most
            return true;
        QList<Rejection> defects;
        if (writeChildren(slot, begin, end, defects) < slot.least)
            return fill(slot, defects);
        for (const Rejection &defect : std::as_const(defects)) {
            remark(defect.field, defect.value,
                   Tr::tr("%1 : « %2 » n'a pas été écrit")
                       .arg(defect.expected, textOf(slot.element->name)));
        }
        return true;
    }

    //! Gives how many were written.
    int writeChildren(const LheoSlot &slot, std::size_t begin, std::size_t end,
                      QList<Rejection> &defects)
    {
        if (end - begin > std::size_t(slot.most))
            principalFirst(begin, end);
        int written = 0;
        for (std::size_t i = begin; i < end; ++i) {
            const XmlElement child = m_placed[i].element;
            if (written == slot.most) {
                remark(pathTo(slot.element->name), shownValue(child.text()),
                       Tr::tr("%1 au plus : les suivants n'ont pas été écrits").arg(slot.most));
                break;
            }
            if (slot.element->name == "ligne" && !fits(*slot.element, child.text())) {
                written += writeLines(child, *slot.element,
                                      std::max(1, slot.most - written - int(end - i - 1)));
                continue;
            }
            if (slot.least == 0 && !child.hasChildren() && child.name() != "extras")
                continue;
            const Outcome outcome = write(child, *slot.element, slot.least == 0);
            written += outcome == Outcome::Written;
            if (outcome == Outcome::Invalid)
                defects << m_defect;
        }
        return written;
    }

    void principalFirst(std::size_t begin, std::size_t end)
    {
        std::stable_partition(
            m_placed.begin() + std::ptrdiff_t(begin), m_placed.begin() + std::ptrdiff_t(end),
            [](const Placed &child) { return child.element.attribute("tag") == "principal"; });
    }

    //! Of an address, too long, of which \a room are still free: it goes on in the next.
    int writeLines(XmlElement source, const LheoElement &model, int room)
    {
        m_path.push_back(model.name);
        const std::string text(valueOf(source));
        QStringList lines = wrappedAtWords(textOf(text), model.maxLength);
        if (lines.size() > room) {
            const QString rest = lines.mid(room - 1).join(u' ');
            lines = lines.mid(0, room - 1) << cutAtWord(rest, model.maxLength);
            remark(path(), shownValue(text),
                   Tr::tr("%1 caractères au plus : le texte a été coupé").arg(model.maxLength));
        } else if (lines.size() > 1) {
            remark(path(), shownValue(text),
                   Tr::tr("%1 caractères au plus : le texte a été réparti sur %2 lignes")
                       .arg(model.maxLength)
                       .arg(lines.size()));
        }
        for (qsizetype line = 0; line < lines.size(); ++line) {
            const std::size_t inside = open(line == 0 ? source : XmlElement(), model);
            m_out.text(lines.at(line).toStdString());
            m_out.close(model.name, inside);
        }
        m_path.pop_back();
        return int(lines.size());
    }

    //! Writes what producers write for something missing, or makes its lack the defect.
    bool fill(const LheoSlot &slot, const QList<Rejection> &defects)
    {
        const LheoElement &model = *slot.element;
        if (model.filler.empty()) {
            m_defect = defects.isEmpty() ? rejectionOf(pathTo(model.name), {}, expectedIn(model))
                                         : defects.first();
            return false;
        }
        m_out.element(model.name, model.filler);
        remark(pathTo(model.name), {},
               Tr::tr("%1 : « %2 » a été écrit à sa place")
                   .arg(expectedIn(model), textOf(model.filler)));
        return true;
    }

    void writeRecruitment(const LheoElement &model, std::size_t begin, std::size_t end)
    {
        const std::string_view code = lheoCodeOf(m_amendments.recruitment);
        if (code.empty())
            return;
        for (std::size_t i = begin; i < end; ++i) {
            const XmlElement child = m_placed[i].element;
            if (child.text() == code && write(child, model, false) == Outcome::Written)
                return;
        }
        m_out.element(model.name, code);
    }

    Outcome writeExtras(XmlElement source)
    {
        const std::size_t inside = m_out.size();
        for (const XmlElement &child : source.children()) {
            if (isLeftAway(child))
                continue;
            if (child.name() != "extras" && child.name() != "extra") {
                remarkUnknown(child);
                continue;
            }
            const std::size_t begin = m_out.size();
            if (writeKnown(child, *lheoElement(child.name())) && isRestless(source, child))
                m_out.noteRestless(begin);
        }
        return source.hasChildren() && m_out.size() == inside ? Outcome::Nothing : Outcome::Written;
    }

    void writeAnything(XmlElement source)
    {
        for (const XmlElement &child : source.children()) {
            if (child.isText())
                m_out.text(child.text());
            else if (isLeftAway(child))
                continue;
            else if (const LheoElement *model = lheoElement(child.name()))
                writeKnown(child, *model);
            else if (child.name().find(':') != std::string_view::npos)
                remarkUnknown(child);
            else
                writeForeign(child);
        }
    }

    //! Within extras, where nothing is mandatory.
    bool writeKnown(XmlElement source, const LheoElement &model)
    {
        const Outcome outcome = write(source, model, false);
        if (outcome == Outcome::Invalid) {
            remark(
                m_defect.field, m_defect.value,
                Tr::tr("%1 : « %2 » n'a pas été écrit").arg(m_defect.expected, textOf(model.name)));
        }
        return outcome == Outcome::Written;
    }

    void writeForeign(XmlElement source)
    {
        m_path.push_back(source.name());
        m_out.beginTag(source.name());
        for (std::size_t i = 0; i < source.attributeCount(); ++i) {
            const XmlAttribute attribute = source.attributeAt(i);
            if (isPlainAttribute(attribute.name))
                m_out.attribute(attribute, LheoAttribute::Unknown);
        }
        const std::size_t inside = m_out.endTag();
        writeAnything(source);
        m_out.close(source.name(), inside);
        m_path.pop_back();
    }

    bool isLeftAway(XmlElement child) const
    {
        return isFlowMark(child) || (m_amendments.withoutAssessments && isAssessment(child));
    }

    QString path() const
    {
        QStringList names;
        for (const std::string_view name : m_path)
            names << textOf(name);
        return names.join(u'/');
    }

    QString pathTo(std::string_view name) const { return path() + u'/' + textOf(name); }

    void remark(const QString &field, const QString &value, const QString &expected)
    {
        m_remarks << rejectionOf(field, value, expected);
    }

    void remarkUnknown(XmlElement child)
    {
        if (child.isText()) {
            remark(path(), shownValue(child.text()),
                   Tr::tr("des éléments seulement : ce texte n'a pas été écrit"));
        } else {
            remark(pathTo(child.name()), shownValue(child.text()),
                   Tr::tr("un élément que LHÉO 2.3 connaît à cet endroit : il n'a pas été écrit"));
        }
    }

    void remarkAttribute(const XmlAttribute &attribute, LheoAttribute kind)
    {
        remark(path() + QStringLiteral("/@") + textOf(attribute.name), shownValue(attribute.value),
               kind == LheoAttribute::Unknown
                   ? Tr::tr("un attribut que LHÉO 2.3 connaît : il n'a pas été écrit")
                   : Tr::tr("une valeur que LHÉO 2.3 admet : l'attribut n'a pas été écrit"));
    }

    static constexpr std::size_t npos = std::string_view::npos;

    std::string_view m_hole;
    const LheoAmendments &m_amendments;
    QList<Rejection> &m_remarks;
    LheoFragmentWriter m_out;
    Rejection m_defect;
    std::string m_joined;
    std::vector<std::string_view> m_path;
    std::vector<Placed> m_placed; // a stack, for each element that is being written
};

} // namespace

Mapped<LheoFragment> conformed(XmlElement source, const LheoElement &model, std::string_view hole,
                               const LheoAmendments &amendments, QList<Rejection> &remarks)
{
    return Conforming(hole, amendments, remarks).run(source, model);
}

} // namespace recoupe
