// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/decp/decprecord.h"

#include "core/textfolding.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

QString toText(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

bool isElement(XmlElement child)
{
    return !child.isText();
}

bool isItem(XmlElement child)
{
    return isElement(child) && child.name() == arrayItem;
}

bool isLeaf(XmlElement element)
{
    return std::ranges::none_of(element.children(), isElement);
}

// Calls with each element of a name that stands in the parent, in an array or not.
template <typename Visit>
void forEachChild(XmlElement parent, std::string_view name, const Visit &visit)
{
    for (const XmlElement &child : parent.children()) {
        if (isItem(child))
            forEachChild(child, name, visit);
        else if (isElement(child) && child.name() == name)
            visit(child);
    }
}

struct Found
{
    XmlElement last;
    int times = 0;
};

Found childOf(XmlElement parent, std::string_view name)
{
    Found found;
    forEachChild(parent, name, [&](XmlElement child) {
        found.last = child;
        ++found.times;
    });
    return found;
}

// Some files flatten an object into names with dots.
Found elementAt(XmlElement from, std::string_view path)
{
    const Found flat = childOf(from, path);
    const std::size_t dot = path.find('.');
    if (flat.times > 0 || dot == std::string_view::npos)
        return flat;
    const Found parent = childOf(from, path.substr(0, dot));
    Found found = elementAt(parent.last, path.substr(dot + 1));
    found.times = std::max(found.times, parent.times);
    return found;
}

constexpr std::array<std::string_view, 2> holderLists{"titulaires", "concessionnaires"};
constexpr std::array<std::string_view, 3> holderFields{"id", "typeIdentifiant",
                                                       "denominationSociale"};

template <typename Range, typename Value>
bool holds(const Range &range, const Value &value)
{
    return std::ranges::find(range, value) != std::ranges::end(range);
}

// Names each text by the way to it. A group that comes again is numbered.
class Flattening
{
public:
    //! A list that was taken: what does not belong into it is left.
    enum class List
    {
        None,
        Holders,
        Modifications,
    };

    Flattening(const std::vector<XmlElement> &takenFields, const std::vector<List> &takenLists)
        : m_takenFields(takenFields)
        , m_takenLists(takenLists)
    {
    }

    void flatten(XmlElement element, const QString &path = {}, List in = List::None)
    {
        for (const XmlElement &child : element.children()) {
            if (child.isText())
                note(path, child.text());
            else if (in != List::Modifications)
                flattenChild(child, path, in);
        }
    }

    QMap<QString, QString> texts;

private:
    void flattenChild(XmlElement child, const QString &path, List in)
    {
        const QString childPath = pathOf(child, path);
        for (std::size_t i = 0; i < child.attributeCount(); ++i) {
            const XmlAttribute attribute = child.attributeAt(i);
            note(childPath + QLatin1String(".@") + toText(attribute.name), attribute.value);
        }
        const bool isTaken = in == List::Holders
                                 ? isLeaf(child) && holds(holderFields, child.name())
                                 : holds(m_takenFields, child);
        if (!isTaken)
            flatten(child, childPath, path.isEmpty() ? listOf(child.name()) : in);
    }

    List listOf(std::string_view name) const
    {
        const List list = holds(holderLists, name)  ? List::Holders
                          : name == "modifications" ? List::Modifications
                                                    : List::None;
        return holds(m_takenLists, list) ? list : List::None;
    }

    QString pathOf(XmlElement child, const QString &path)
    {
        if (isItem(child))
            return path;
        const QString name = toText(child.name());
        const QString childPath = path.isEmpty() ? name : path + u'.' + name;
        const int times = isLeaf(child) ? 1 : ++m_groups[childPath];
        return times == 1 ? childPath : childPath + u' ' + QString::number(times);
    }

    void note(const QString &path, std::string_view value)
    {
        const QString text = cleaned(toText(value));
        if (text.isEmpty())
            return;
        QString &known = texts[path];
        if (!known.isEmpty())
            known += QLatin1String(" / ");
        known += text;
    }

    const std::vector<XmlElement> &m_takenFields;
    const std::vector<List> &m_takenLists;
    QHash<QString, int> m_groups;
};

// UTF-8 once read as Windows-1252, what could not be read at all, accents turned into question
// marks, and characters that no text shows.
bool isBroken(const QString &text)
{
    static const QRegularExpression marks(QStringLiteral(
        "\\x{C3}|\\x{C2}[\\x{A0}-\\x{BF}]|\\x{C5}\\x{201C}|\\x{E2}[\\x{80}\\x{20AC}]|"
        "\\x{FFFD}|\\p{L}\\?\\p{Ll}|"
        "[\\x{0}-\\x{8}\\x{b}\\x{c}\\x{e}-\\x{1f}\\x{7f}-\\x{9f}]"));
    return marks.match(text).hasMatch();
}

// Wherever they stand: some files hold lists in lists, or leave the element of each one out.
void gatherHolders(XmlElement element, QList<DecpRecord::Holder> &into)
{
    const auto textsOf = [&](std::string_view name) {
        QStringList texts;
        for (const XmlElement &child : element.children()) {
            if (isElement(child) && isLeaf(child) && child.name() == name)
                texts << cleaned(toText(child.text()));
        }
        return texts;
    };
    const QStringList ids = textsOf(holderFields[0]);
    const QStringList types = textsOf(holderFields[1]);
    const QStringList names = textsOf(holderFields[2]);
    for (qsizetype i = 0; i < std::max(ids.size(), names.size()); ++i)
        into.append({ids.value(i), types.value(i), names.value(i)});
    for (const XmlElement &child : element.children()) {
        if (isElement(child) && !isLeaf(child))
            gatherHolders(child, into);
    }
}

void gatherModifications(XmlElement element, QList<DecpRecord> &into)
{
    const bool isWrapper = std::ranges::any_of(element.children(), [](XmlElement child) {
        return isItem(child) || child.name() == "modification";
    });
    if (!isWrapper && element.hasChildren())
        into.append(DecpRecord(element));
    for (const XmlElement &child : element.children()) {
        if (isWrapper && isElement(child))
            gatherModifications(child, into);
    }
}

} // namespace

DecpRecord::DecpRecord(XmlElement element)
    : m_root(element)
{
    for (const std::string_view name : {"marche", "contrat-concession"}) {
        const Found wrapped = childOf(element, name);
        if (wrapped.times > 0 && !isLeaf(wrapped.last))
            m_root = wrapped.last;
    }
}

bool DecpRecord::isMarket() const
{
    static constexpr std::array<std::string_view, 7> fields{
        "id", "objet", "acheteur", "acheteur.id", "autoriteConcedante", "titulaires", "dureeMois"};
    return std::ranges::any_of(
        fields, [this](std::string_view field) { return childOf(m_root, field).times > 0; });
}

QString DecpRecord::text(std::initializer_list<std::string_view> paths) const
{
    for (const std::string_view path : paths) {
        const QString text = cleaned(toText(elementAt(m_root, path).last.text()));
        if (!text.isEmpty())
            return text;
    }
    return {};
}

QString DecpRecord::take(std::initializer_list<std::string_view> paths)
{
    for (const std::string_view path : paths) {
        const Found found = elementAt(m_root, path);
        const QString written = toText(found.last.text());
        const QString text = cleaned(written);
        if (text.isEmpty())
            continue;
        m_hasRepeatedField |= found.times > 1;
        m_hasBrokenText |= isBroken(written);
        if (isLeaf(found.last))
            m_takenFields.push_back(found.last);
        return text;
    }
    return {};
}

QList<DecpRecord::Holder> DecpRecord::takeHolders()
{
    QList<Holder> holders;
    for (const std::string_view name : holderLists) {
        const Found found = childOf(m_root, name);
        m_hasRepeatedField |= found.times > 1;
        gatherHolders(found.last, holders);
    }
    m_holdersTaken = true;
    m_hasBrokenText |=
        std::ranges::any_of(holders, [](const Holder &holder) { return isBroken(holder.name); });
    return holders;
}

QList<DecpRecord> DecpRecord::takeModifications()
{
    const Found found = childOf(m_root, "modifications");
    m_hasRepeatedField |= found.times > 1;
    m_modificationsTaken = true;
    QList<DecpRecord> modifications;
    if (!isLeaf(found.last))
        gatherModifications(found.last, modifications);
    // Their numbers rise with their dates of notification; without them the file's order is all.
    std::ranges::stable_sort(modifications, {}, [](const DecpRecord &modification) {
        return modification.text({"id"}).toInt();
    });
    return modifications;
}

QMap<QString, QString> DecpRecord::others() const
{
    std::vector<Flattening::List> takenLists;
    if (m_holdersTaken)
        takenLists.push_back(Flattening::List::Holders);
    if (m_modificationsTaken)
        takenLists.push_back(Flattening::List::Modifications);
    Flattening flattening(m_takenFields, takenLists);
    flattening.flatten(m_root);
    return flattening.texts;
}

} // namespace recoupe
