// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/person.h"

#include "core/textfolding.h"
#include "domain/mailaddress.h"

#include <algorithm>
#include <array>

namespace recoupe {

namespace {

constexpr qsizetype fewestDigits = 9; // of a French number without its first nought
constexpr qsizetype fewestLetters = 3;

//! A word as it stands in a text.
struct Word
{
    qsizetype begin = 0;
    qsizetype end = 0;
    QString folded;
};

bool isOfAWord(QChar c)
{
    // A surrogate is half a letter of a script that no name here is written in, or a picture.
    return c.isLetterOrNumber() || c.isMark();
}

QList<Word> wordsOf(const QString &text)
{
    QList<Word> words;
    for (qsizetype at = 0; at < text.size();) {
        if (!isOfAWord(text[at])) {
            ++at;
            continue;
        }
        qsizetype end = at;
        while (end < text.size() && isOfAWord(text[end]))
            ++end;
        words.append({at, end, folded(QStringView(text).sliced(at, end - at))});
        at = end;
    }
    return words;
}

QStringList foldedWords(const QString &text)
{
    QStringList folded;
    for (const Word &word : wordsOf(text))
        folded << word.folded;
    return folded;
}

//! Between the words of one name: a space, a dash, a line's end; never a sentence's.
bool areNeighbours(const QString &text, const Word &word, const Word &next)
{
    constexpr qsizetype longestGap = 4;
    const QStringView gap = QStringView(text).sliced(word.end, next.begin - word.end);
    return gap.size() <= longestGap &&
           std::ranges::none_of(gap, [](QChar c) { return c == u';' || c == u':' || c == u'@'; });
}

//! Whether these words follow each other from \a at on.
bool standsAt(const QString &text, const QList<Word> &words, qsizetype at, const QStringList &name)
{
    if (at + name.size() > words.size())
        return false;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const bool follows = i == 0 || areNeighbours(text, words[at + i - 1], words[at + i]);
        if (words[at + i].folded != name[i] || !follows)
            return false;
    }
    return true;
}

bool isCivility(const QString &word)
{
    static constexpr std::array<QStringView, 9> civilities{
        u"m", u"mr", u"mme", u"mlle", u"madame", u"monsieur", u"mademoiselle", u"dr", u"me"};
    return std::ranges::any_of(civilities, [&](QStringView known) { return word == known; });
}

QString digitsOf(QStringView text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.isDigit())
            digits += QChar(u'0' + c.digitValue());
    }
    return digits;
}

//! Numbers with these keys, however they are punctuated.
QString telephonePattern(const QString &key)
{
    const QString gap = QStringLiteral("[\\s.\\-()/_\\x{A0}\\x{202F}\\x{2010}-\\x{2015}]*");
    QStringList digits;
    for (const QChar digit : key)
        digits << QString(digit);
    if (!key.startsWith(u'0'))
        return digits.join(gap);
    digits.removeFirst();
    return QStringLiteral("(?:(?:\\+|00)%1 3%1 3%1 (?:0%1 )?|0%1 )").arg(gap).remove(u' ') +
           digits.join(gap);
}

QRegularExpression anyOf(const QStringList &patterns, const QString &before, const QString &after)
{
    if (patterns.isEmpty())
        return {};
    return QRegularExpression(before + QStringLiteral("(?:%1)").arg(patterns.join(u'|')) + after,
                              QRegularExpression::CaseInsensitiveOption |
                                  QRegularExpression::UseUnicodePropertiesOption);
}

} // namespace

std::optional<Person> Person::named(const QString &text)
{
    const QString asked = text.trimmed();
    const auto isLetter = [](QChar c) { return c.isLetter(); };
    const auto letters = std::ranges::count_if(asked, isLetter);
    Person person;
    if (asked.contains(u'@')) {
        if (letters < fewestLetters)
            return std::nullopt;
        person.emails << asked;
    } else if (letters == 0 && telephoneKey(asked).size() >= fewestDigits) {
        person.telephones << asked;
    } else if (letters >= fewestLetters) {
        person.names << asked;
    } else {
        return std::nullopt;
    }
    return person;
}

QStringList Person::texts() const
{
    QStringList all;
    QStringList keys;
    for (const QString &text : names + emails + telephones) {
        const QString key = personTextKey(text);
        const qsizetype known = keys.indexOf(key);
        if (known >= 0) {
            all[known] = text;
            continue;
        }
        keys << key;
        all << text;
    }
    return all;
}

QString personTextKey(const QString &text)
{
    const std::optional<Person> person = Person::named(text);
    if (!person || !person->emails.isEmpty())
        return mailAddressKey(text.trimmed());
    return person->names.isEmpty() ? telephoneKey(text) : nameKey(text);
}

SplitName splitName(const QString &name)
{
    const QString text = name.simplified();
    if (const qsizetype comma = text.indexOf(u','); comma >= 0)
        return {text.mid(comma + 1).trimmed(), text.left(comma).trimmed()};
    const qsizetype space = text.indexOf(u' ');
    return space < 0 ? SplitName{{}, text} : SplitName{text.left(space), text.mid(space + 1)};
}

QString telephoneKey(const QString &telephone)
{
    QString digits = digitsOf(telephone);
    const bool isInternational = telephone.trimmed().startsWith(u'+') || digits.startsWith(u"00");
    if (!isInternational)
        return digits;
    if (digits.startsWith(u"00"))
        digits.remove(0, 2);
    if (!digits.startsWith(u"33"))
        return QStringLiteral("00") + digits;
    digits.remove(0, 2);
    return digits.startsWith(u'0') ? digits : u'0' + digits;
}

QString nameKey(const QString &name)
{
    QStringList words = foldedWords(name);
    words.sort();
    return words.join(u' ');
}

PersonFilter::PersonFilter(Person person)
    : m_person(std::move(person))
{
    prepare();
}

PersonFilter::PersonFilter(Person person, Person replacement)
    : m_person(std::move(person))
    , m_replacement(std::move(replacement))
{
    prepare();
}

void PersonFilter::prepare()
{
    prepareNames();
    QStringList patterns;
    for (const QString &telephone : m_person.telephones) {
        m_telephoneKeys << telephoneKey(telephone);
        patterns << telephonePattern(m_telephoneKeys.last());
    }
    m_telephones = anyOf(patterns, QStringLiteral("(?<!\\d)"), QStringLiteral("(?!\\d)"));
    patterns.clear();
    for (const QString &email : m_person.emails) {
        m_emailKeys << mailAddressKey(email);
        m_tokens << folded(email);
        patterns << QRegularExpression::escape(email.trimmed());
    }
    m_emails = anyOf(patterns, QStringLiteral("(?<![\\w.+-])"), QStringLiteral("(?![\\w-])"));
    m_tokens.removeAll(QString());
}

void PersonFilter::prepareNames()
{
    for (const QString &name : m_person.names) {
        const QStringList words = foldedWords(name);
        if (words.isEmpty())
            continue;
        for (qsizetype turn = 0; turn < words.size(); ++turn) {
            const QStringList order = words.mid(turn) + words.first(turn);
            if (!m_names.contains(order))
                m_names << order;
        }
        m_nameKeys << nameKey(name);
        m_tokens << *std::ranges::max_element(words, {}, [](const QString &w) { return w.size(); });
    }
    for (const QString &name : m_person.lastNames) {
        const QStringList words = foldedWords(name);
        if (words.isEmpty())
            continue;
        m_lastNames << words;
        m_tokens << words.first();
    }
}

bool PersonFilter::mayBeIn(QStringView text) const
{
    if (text.isEmpty())
        return false;
    if (!m_telephoneKeys.isEmpty()) {
        const QString digits = digitsOf(text);
        const auto isIn = [&](const QString &key) { return digits.contains(key.mid(1)); };
        if (std::ranges::any_of(m_telephoneKeys, isIn))
            return true;
    }
    if (m_tokens.isEmpty())
        return false;
    const QString plain = folded(text);
    return std::ranges::any_of(m_tokens,
                               [&](const QString &token) { return plain.contains(token); });
}

QList<PersonFilter::Found> PersonFilter::findIn(const QString &text) const
{
    QList<Found> found;
    const auto addMatches = [&](const QRegularExpression &expression, Kind kind) {
        if (expression.pattern().isEmpty())
            return;
        auto matches = expression.globalMatch(text);
        while (matches.hasNext()) {
            const QRegularExpressionMatch match = matches.next();
            found.append({match.capturedStart(), match.capturedEnd(), kind});
        }
    };
    addMatches(m_emails, Kind::Email);
    addMatches(m_telephones, Kind::Telephone);
    addNames(text, found);
    std::ranges::sort(found, {}, [](const Found &f) { return std::pair(f.begin, -f.end); });
    return found;
}

void PersonFilter::addNames(const QString &text, QList<Found> &found) const
{
    const QList<Word> words = wordsOf(text);
    const auto add = [&](qsizetype at, const QStringList &name, bool afterCivility) {
        if (standsAt(text, words, at, name))
            found.append(
                {words[at].begin, words[at + name.size() - 1].end, Kind::Name, afterCivility});
    };
    for (qsizetype at = 0; at < words.size(); ++at) {
        for (const QStringList &name : m_names)
            add(at, name, false);
        const bool afterCivility = at > 0 && isCivility(words[at - 1].folded) &&
                                   areNeighbours(text, words[at - 1], words[at]);
        for (const QStringList &name : m_lastNames) {
            if (afterCivility)
                add(at, name, true);
        }
    }
}

QString PersonFilter::replacementOf(const Found &found) const
{
    if (!m_replacement)
        return QString::fromUtf16(erasedMark);
    switch (found.kind) {
    case Kind::Name: {
        const QString name = m_replacement->names.value(0);
        return found.afterCivility ? splitName(name).last : name;
    }
    case Kind::Telephone: return m_replacement->telephones.value(0);
    case Kind::Email: break;
    }
    return m_replacement->emails.value(0);
}

QString PersonFilter::filtered(const QString &text) const
{
    if (!mayBeIn(text))
        return text;
    QString out;
    qsizetype done = 0;
    for (const Found &found : findIn(text)) {
        const QString instead = replacementOf(found);
        if (found.begin < done || instead.isEmpty())
            continue;
        out += QStringView(text).sliced(done, found.begin - done);
        out += instead;
        done = found.end;
    }
    out += QStringView(text).sliced(done);
    return out;
}

bool PersonFilter::isContact(const Contact &contact) const
{
    const bool isNamed = contact.hasName() && !m_nameKeys.isEmpty();
    if (isNamed && !m_nameKeys.contains(nameKey(contact.fullName())))
        return false;
    const bool hasMail = !contact.email.isEmpty() && !m_emailKeys.isEmpty();
    if (hasMail)
        return m_emailKeys.contains(mailAddressKey(contact.email));
    return isNamed || std::ranges::any_of(contact.telephones, [&](const QString &telephone) {
               return m_telephoneKeys.contains(telephoneKey(telephone));
           });
}

Contact PersonFilter::filtered(const Contact &contact) const
{
    if (!m_replacement)
        return {};
    Contact corrected = contact;
    if (!m_replacement->names.isEmpty() && m_nameKeys.contains(nameKey(contact.fullName()))) {
        const SplitName name = splitName(m_replacement->names.first());
        corrected.firstName = name.first;
        corrected.lastName = name.last;
    }
    for (QString &telephone : corrected.telephones) {
        if (m_telephoneKeys.contains(telephoneKey(telephone)) &&
            !m_replacement->telephones.isEmpty())
            telephone = m_replacement->telephones.first();
    }
    if (m_emailKeys.contains(mailAddressKey(contact.email)) && !m_replacement->emails.isEmpty())
        corrected.email = m_replacement->emails.first();
    return corrected;
}

} // namespace recoupe
