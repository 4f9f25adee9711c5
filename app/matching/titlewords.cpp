// SPDX-License-Identifier: GPL-3.0-or-later
// From a title to its words, in steps: tokens, stems, phrases, figures.
#include "core/textfolding.h"
#include "domain/departement.h"
#include "matching/titlelikeness.h"
#include "matching/titlevocabulary.h"
#include "matching/wordlikeness.h"

#include <QVarLengthArray>

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace recoupe {

namespace {

using Kind = TitleWord::Kind;

// Longer texts are not titles: the object of a contract says what it buys at its beginning.
constexpr qsizetype longestTitle = 1000;
constexpr qsizetype mostWords = 32;
//! "non communiqué" and the like; whatever is longer says something.
constexpr qsizetype longestFiller = 20;

//! A word as it stands in the text.
struct Token
{
    TitleWord word;
    char16_t before = 0;   //!< the sign it is glued to, nought after a space
    bool glued = false;    //!< a hyphen follows
    bool figure = false;   //!< digits only
    bool letters = true;   //!< letters only
    bool initials = false; //!< made one: "C.A.P."
};
using Tokens = QVarLengthArray<Token, 32>;

bool isLetter(char16_t c)
{
    return c >= u'a' && c <= u'z';
}

bool isDigit(char16_t c)
{
    return c >= u'0' && c <= u'9';
}

bool isSign(char16_t c)
{
    return isLetter(c) || isDigit(c);
}

QLatin1String textOf(const TitleWord &word)
{
    return word.text();
}

TitleWord wordOf(QStringView text)
{
    TitleWord word;
    for (const QChar c : text)
        word.append(char(c.unicode()));
    return word;
}

void cutTo(TitleWord &word, qsizetype length)
{
    std::fill(word.letters.begin() + length, word.letters.end(), '\0');
    word.length = quint8(length);
}

// --- tokens --------------------------------------------------------------------------------------

//! "niveau3" and "lot3" are two words; "er2c", "r489" and "2e" are one.
bool endsBefore(const Token &token, char16_t c)
{
    return isDigit(c) && token.letters && token.word.length >= 3;
}

Token tokenAt(QStringView text, qsizetype &at)
{
    Token token;
    token.before = at > 0 && text[at - 1] != u' ' ? text[at - 1].unicode() : u'\0';
    token.figure = true;
    for (; at < text.size(); ++at) {
        const char16_t c = text[at].unicode();
        if (!isSign(c) && !text[at].isLetter())
            break;
        if (endsBefore(token, c))
            break;
        if (!isSign(c)) // a letter of another alphabet
            continue;
        token.figure = token.figure && isDigit(c);
        token.letters = token.letters && isLetter(c);
        token.word.append(char(c));
    }
    const char16_t after = at < text.size() ? text[at].unicode() : u'\0';
    token.word.abbreviated = after == u'.' && token.letters;
    token.glued = after == u'-';
    return token;
}

//! "d'", "l'", "qu'".
bool isElided(const Token &token, QStringView text, qsizetype end)
{
    return token.word.length <= 2 && end < text.size() && text[end] == u'\'';
}

//! "employé(e)s", "vendeur-euse", "technicien.ne": nothing but a feminine.
bool isInclusiveEnding(const Token &token)
{
    static constexpr QStringView signs = u"()-/.\u00B7\u2022";
    return token.before != 0 && signs.contains(token.before) && token.letters &&
           std::ranges::any_of(inclusiveEndings(), [&](const char *ending) {
               return textOf(token.word) == QLatin1String(ending);
           });
}

//! "C.A.P." has three tokens of one letter.
bool continuesInitials(const Token &token, const Tokens &tokens)
{
    return token.word.length == 1 && token.before == u'.' && !tokens.isEmpty() &&
           tokens.back().word.abbreviated &&
           (tokens.back().word.length == 1 || tokens.back().initials);
}

void join(Token &initials, const Token &letter)
{
    initials.word.append(letter.word.letters[0]);
    initials.initials = true;
    initials.glued = letter.glued;
    initials.letters = initials.letters && letter.letters;
}

Tokens tokensOf(QStringView text)
{
    Tokens tokens;
    for (qsizetype at = 0; at < text.size() && tokens.size() < 4 * mostWords;) {
        if (!text[at].isLetterOrNumber()) {
            ++at;
            continue;
        }
        const qsizetype begin = at;
        const Token token = tokenAt(text, at);
        if (at == begin) { // a figure of another alphabet
            ++at;
            continue;
        }
        if (token.word.length == 0 || isElided(token, text, at))
            continue;
        if (continuesInitials(token, tokens))
            join(tokens.back(), token);
        else if (tokens.isEmpty() || !isInclusiveEnding(token))
            tokens.append(token);
    }
    return tokens;
}

// --- stems ---------------------------------------------------------------------------------------

struct Ending
{
    QLatin1String feminine;
    QLatin1String masculine;
};

constexpr std::array feminineEndings{
    Ending{QLatin1String("euse"), QLatin1String("eur")},
    Ending{QLatin1String("trice"), QLatin1String("teur")},
    Ending{QLatin1String("ive"), QLatin1String("if")},
};

void replaceEnding(TitleWord &word, qsizetype length, QLatin1String by)
{
    cutTo(word, word.length - length);
    for (const char c : by)
        word.append(c);
}

void dropPlural(TitleWord &word)
{
    const QLatin1String text = textOf(word);
    if (text.endsWith(QLatin1String("aux")) && !text.endsWith(QLatin1String("eaux")))
        replaceEnding(word, 2, QLatin1String("l"));
    else if (text.endsWith(QLatin1Char('s')) || text.endsWith(QLatin1Char('x')))
        cutTo(word, word.length - 1);
}

void dropFeminine(TitleWord &word)
{
    if (word.letters[word.length - 1U] != 'e')
        return;
    for (const Ending &ending : feminineEndings) {
        if (textOf(word).endsWith(ending.feminine)) {
            replaceEnding(word, ending.feminine.size(), ending.masculine);
            return;
        }
    }
    while (word.length > 3 && textOf(word).endsWith(QLatin1Char('e')))
        cutTo(word, word.length - 1);
}

//! Doubled consonants are what people get wrong most: "professionel".
void makeDoublesOne(TitleWord &word)
{
    if (word.length < 4)
        return;
    const auto end = word.letters.begin() + word.length;
    static constexpr std::string_view vowels = "aeiouy";
    const auto isDoubled = [](char a, char b) {
        return a == b && vowels.find(a) == std::string_view::npos;
    };
    cutTo(word, std::unique(word.letters.begin(), end, isDoubled) - word.letters.begin());
}

//! Masculine singular, roughly: both sides of a comparison are made so.
void reduceToStem(TitleWord &word)
{
    if (word.length < 4)
        return;
    dropPlural(word);
    dropFeminine(word);
    makeDoublesOne(word);
}

// --- phrases -------------------------------------------------------------------------------------

struct SameText
{
    bool operator()(const TitleWord &a, const TitleWord &b) const
    {
        return a.length == b.length && a.letters == b.letters;
    }
};

struct TextHash
{
    size_t operator()(const TitleWord &word) const { return word.textKey(); }
};

using Stems = std::vector<TitleWord>;

struct Phrase
{
    Stems stems;
    TitleMeaning meaning;
    TitleWord name;
    bool standsAlone = false; //!< never part of a hyphenated name: "Monistrol-sur-Loire"
};

//! The vocabulary, ready to be looked up by the first word of a phrase.
class Vocabulary
{
public:
    static const Vocabulary &instance()
    {
        static const Vocabulary vocabulary;
        return vocabulary;
    }

    [[nodiscard]] bool isStopWord(const TitleWord &word) const
    {
        return m_stopWords.contains(word);
    }
    //! The words that initials stand for; null when it is none of them.
    [[nodiscard]] const Stems *spelt(const TitleWord &initials) const
    {
        const auto found = m_spelt.find(initials);
        return found == m_spelt.end() ? nullptr : &found->second;
    }
    //! Phrases whose first word is the stem, the longest first.
    [[nodiscard]] std::span<const Phrase> beginningWith(const TitleWord &stem) const
    {
        const auto found = m_byFirst.find(stem);
        return found == m_byFirst.end() ? std::span<const Phrase>() : found->second;
    }
    //! Phrases whose second word is the stem, the longest first.
    [[nodiscard]] std::span<const Phrase> goingOnWith(const TitleWord &stem) const
    {
        const auto found = m_bySecond.find(stem);
        return found == m_bySecond.end() ? std::span<const Phrase>() : found->second;
    }

private:
    Vocabulary();
    [[nodiscard]] Stems stemsOf(QStringView text) const;
    void add(const TitlePhrase &row);
    void add(const Stems &stems, TitleMeaning meaning, const TitleWord &name, bool alone = false);

    template <typename Value>
    using Map = std::unordered_map<TitleWord, Value, TextHash, SameText>;
    Map<bool> m_stopWords;
    Map<Stems> m_spelt;
    Map<std::vector<Phrase>> m_byFirst;
    Map<std::vector<Phrase>> m_bySecond;
};

Vocabulary::Vocabulary()
{
    for (const char *word : titleStopWords())
        m_stopWords.emplace(wordOf(QString::fromLatin1(word)), true);
    for (const TitlePhrase &row : titleVocabulary())
        add(row);
    // A name that is also an ordinary word stands for no département.
    static constexpr std::array ordinary{u"lot", u"nord", u"manche", u"creuse", u"landes"};
    for (const Departement &departement : departements()) {
        const QString name = folded(QString::fromUtf16(departement.name));
        if (std::ranges::any_of(ordinary, [&](const char16_t *word) { return name == word; }))
            continue;
        QString code = folded(QString::fromUtf16(departement.code));
        if (code.startsWith(u'0'))
            code.remove(0, 1);
        add(stemsOf(name), TitleMeaning::Figure, wordOf(code), true);
    }
    for (Map<std::vector<Phrase>> *map : {&m_byFirst, &m_bySecond}) {
        for (auto &[stem, phrases] : *map)
            std::ranges::stable_sort(phrases, std::ranges::greater(),
                                     [](const Phrase &phrase) { return phrase.stems.size(); });
    }
}

Stems Vocabulary::stemsOf(QStringView text) const
{
    Stems stems;
    for (const Token &token : tokensOf(folded(text))) {
        if (isStopWord(token.word))
            continue;
        stems.push_back(token.word);
        if (token.letters)
            reduceToStem(stems.back());
    }
    return stems;
}

void Vocabulary::add(const TitlePhrase &row)
{
    const QStringList forms = QString::fromUtf16(row.forms).split(u'|');
    if (row.meaning == TitleMeaning::Spelt) {
        for (const QString &form : forms)
            m_spelt.emplace(wordOf(form.toLower()), stemsOf(QString::fromUtf16(row.name)));
        return;
    }
    const TitleWord name =
        row.name ? wordOf(QString::fromUtf16(row.name)) : stemsOf(forms.first()).front();
    for (const QString &form : forms)
        add(stemsOf(form), row.meaning, name);
}

void Vocabulary::add(const Stems &stems, TitleMeaning meaning, const TitleWord &name, bool alone)
{
    m_byFirst[stems.front()].push_back({stems, meaning, name, alone});
    if (stems.size() > 1)
        m_bySecond[stems[1]].push_back({stems, meaning, name, alone});
}

//! A word, or a phrase read as one.
struct Item
{
    TitleWord word;
    TitleMeaning meaning = TitleMeaning::Word;
    bool figure = false;
};
using Items = QVarLengthArray<Item, 32>;

//! The words that are left, as stems, initials spelt out.
Tokens stemmed(const Tokens &tokens)
{
    const Vocabulary &vocabulary = Vocabulary::instance();
    Tokens stems;
    for (Token token : tokens) {
        if (vocabulary.isStopWord(token.word))
            continue;
        const Stems *spelt = vocabulary.spelt(token.word);
        if (!spelt) {
            if (token.letters)
                reduceToStem(token.word);
            stems.append(token);
            continue;
        }
        for (const TitleWord &word : *spelt)
            stems.append(Token{word});
    }
    return stems;
}

bool isSlipOf(const TitleWord &word, const TitleWord &stem)
{
    return stem.length >= 4 && editDistance(word.text(), stem.text()) <= 1;
}

//! The words of the phrase, of which one may hold a slip if another is right: "titer
//! professionnel".
bool standsAt(const Phrase &phrase, const Tokens &tokens, qsizetype at)
{
    const auto length = qsizetype(phrase.stems.size());
    if (at + length > tokens.size())
        return false;
    if (phrase.standsAlone && (tokens[at].before == u'-' || tokens[at + length - 1].glued))
        return false;
    qsizetype slips = 0;
    for (qsizetype i = 0; i < length; ++i) {
        const TitleWord &word = tokens[at + i].word;
        const TitleWord &stem = phrase.stems[size_t(i)];
        if (SameText()(word, stem))
            continue;
        if (++slips > 1 || length == 1 || !isSlipOf(word, stem))
            return false;
    }
    return true;
}

const Phrase *phraseAt(const Tokens &tokens, qsizetype at)
{
    const Vocabulary &vocabulary = Vocabulary::instance();
    const auto stands = [&](const Phrase &phrase) { return standsAt(phrase, tokens, at); };
    const auto first = vocabulary.beginningWith(tokens[at].word);
    if (const auto found = std::ranges::find_if(first, stands); found != first.end())
        return &*found;
    if (at + 1 == tokens.size() || !first.empty())
        return nullptr;
    const auto second = vocabulary.goingOnWith(tokens[at + 1].word);
    const auto found = std::ranges::find_if(second, stands);
    return found == second.end() ? nullptr : &*found;
}

Item itemAt(const Tokens &tokens, qsizetype &at)
{
    const Token &token = tokens[at];
    const Phrase *phrase = phraseAt(tokens, at);
    if (!phrase) {
        ++at;
        return {token.word, TitleMeaning::Word, token.figure};
    }
    at += qsizetype(phrase->stems.size());
    return {phrase->name, phrase->meaning, phrase->meaning == TitleMeaning::Figure};
}

Items itemsOf(const Tokens &tokens)
{
    Items items;
    for (qsizetype at = 0; at < tokens.size();)
        items.append(itemAt(tokens, at));
    return items;
}

// --- figures -------------------------------------------------------------------------------------

struct RomanFigure
{
    QLatin1String text;
    char value;
};

constexpr std::array romanFigures{
    RomanFigure{QLatin1String("i"), '1'},   RomanFigure{QLatin1String("ii"), '2'},
    RomanFigure{QLatin1String("iii"), '3'}, RomanFigure{QLatin1String("iv"), '4'},
    RomanFigure{QLatin1String("v"), '5'},   RomanFigure{QLatin1String("vi"), '6'},
    RomanFigure{QLatin1String("vii"), '7'}, RomanFigure{QLatin1String("viii"), '8'},
};

//! "III" behind "niveau" is 3, and remembered as Roman.
bool readRoman(TitleWord &word)
{
    const auto found = std::ranges::find(romanFigures, textOf(word), &RomanFigure::text);
    if (found == romanFigures.end())
        return false;
    cutTo(word, 1);
    word.letters[0] = found->value;
    word.roman = true;
    return true;
}

//! A1 to C2, the levels of languages (CECRL).
bool isLanguageLevel(const TitleWord &word)
{
    return word.length == 2 && word.letters[0] >= 'a' && word.letters[0] <= 'c' &&
           (word.letters[1] == '1' || word.letters[1] == '2');
}

void dropLeadingZeros(TitleWord &word)
{
    const QLatin1String text = textOf(word);
    qsizetype zeros = 0;
    while (zeros + 1 < text.size() && text[zeros] == QLatin1Char('0'))
        ++zeros;
    std::rotate(word.letters.begin(), word.letters.begin() + zeros, word.letters.end());
    cutTo(word, word.length - zeros);
}

//! Years, postal codes, references and hours ("35h"): not what is taught.
bool saysNothing(const Item &item)
{
    const QLatin1String text = textOf(item.word);
    if (item.figure)
        return text.size() > 4 || (text.size() == 4 && (text.startsWith(QLatin1String("19")) ||
                                                        text.startsWith(QLatin1String("20"))));
    const auto digits =
        std::ranges::count_if(text, [](char c) { return isDigit(char16_t(uchar(c))); });
    return digits >= 4 || (digits == text.size() - 1 && text.endsWith(QLatin1Char('h')));
}

struct Head
{
    TitleMeaning meaning;
    Kind kind;
    bool dropped;
};

constexpr std::array heads{
    Head{TitleMeaning::LevelHead, Kind::Level, false},
    Head{TitleMeaning::SegmentHead, Kind::Segment, false},
    Head{TitleMeaning::RankHead, Kind::Rank, false},
    Head{TitleMeaning::DroppedHead, Kind::Number, true},
};

//! Gives figures their kind and the other words their weight, and leaves out what says nothing.
class Reader
{
public:
    explicit Reader(const Items &items)
        : m_items(items)
    {
        m_words.reserve(items.size());
    }
    [[nodiscard]] QList<TitleWord> words();

private:
    [[nodiscard]] bool isFigureAt(qsizetype at, bool afterHead) const;
    [[nodiscard]] bool isUnitAt(qsizetype at) const;
    qsizetype readHead(qsizetype at, const Head &head);
    void readWord(const Item &item);
    void readFigure(qsizetype at, Kind kind);
    void add(TitleWord word, Kind kind);

    const Items &m_items;
    QList<TitleWord> m_words;
};

bool Reader::isFigureAt(qsizetype at, bool afterHead) const
{
    if (at >= m_items.size())
        return false;
    TitleWord word = m_items[at].word;
    return m_items[at].figure || (afterHead && (isLanguageLevel(word) || readRoman(word)));
}

bool Reader::isUnitAt(qsizetype at) const
{
    return at < m_items.size() && m_items[at].meaning == TitleMeaning::DroppedUnit;
}

//! Reads the figures behind a head; answers where to go on.
qsizetype Reader::readHead(qsizetype at, const Head &head)
{
    qsizetype next = at + 1;
    for (; isFigureAt(next, true); ++next) {
        if (!head.dropped)
            readFigure(next, head.kind);
    }
    if (next == at + 1 && !head.dropped)
        add(m_items[at].word, Kind::Common);
    return next;
}

void Reader::readFigure(qsizetype at, Kind kind)
{
    TitleWord word = m_items[at].word;
    if (saysNothing(m_items[at]))
        return;
    if (m_items[at].figure)
        dropLeadingZeros(word);
    else
        readRoman(word);
    add(word, kind);
}

void Reader::readWord(const Item &item)
{
    switch (item.meaning) {
    case TitleMeaning::Dropped:
    case TitleMeaning::DroppedUnit: return;
    case TitleMeaning::Common: return add(item.word, Kind::Common);
    case TitleMeaning::Certificate: return add(item.word, Kind::Certificate);
    case TitleMeaning::Rank: return add(item.word, Kind::Rank);
    default: break;
    }
    if (isLanguageLevel(item.word))
        add(item.word, Kind::Level);
    else if (!saysNothing(item))
        add(item.word, Kind::Word);
}

float weightOf(const TitleWord &word)
{
    switch (word.kind) {
    case Kind::Word: return word.length <= 3 ? 0.7F : word.length <= 5 ? 0.9F : 1.0F;
    case Kind::Common:
    case Kind::Certificate: return 0.4F;
    default: return 0.3F;
    }
}

void Reader::add(TitleWord word, Kind kind)
{
    word.kind = kind;
    const bool known = std::ranges::any_of(m_words, [&](const TitleWord &other) {
        return other.kind == kind && SameText()(other, word);
    });
    if (known || m_words.size() >= mostWords)
        return;
    word.weight = weightOf(word);
    for (const char c : textOf(word))
        word.signature |=
            isDigit(char16_t(uchar(c))) ? 1U << (26 + (c - '0') % 6) : 1U << (c - 'a');
    m_words.append(word);
}

QList<TitleWord> Reader::words()
{
    for (qsizetype at = 0; at < m_items.size();) {
        const Item &item = m_items[at];
        const auto head = std::ranges::find(heads, item.meaning, &Head::meaning);
        if (head != heads.end()) {
            at = readHead(at, *head);
        } else if (isFigureAt(at, false)) {
            if (!isUnitAt(at + 1))
                readFigure(at, Kind::Number);
            at += isUnitAt(at + 1) ? 2 : 1;
        } else {
            readWord(item);
            ++at;
        }
    }
    return std::move(m_words);
}

//! "DE aide-soignant": no title begins with the preposition.
void readLeadingInitials(Tokens &tokens)
{
    if (tokens.size() < 2 || textOf(tokens.first().word) != QLatin1String("de") ||
        Vocabulary::instance().isStopWord(tokens[1].word))
        return;
    tokens.first().word = wordOf(u"detat");
}

} // namespace

TitleWords::TitleWords(QStringView title)
{
    const QString text = folded(title.left(longestTitle));
    if (text.size() <= longestFiller && isPlaceholder(text))
        return;
    Tokens tokens = tokensOf(text);
    readLeadingInitials(tokens);
    if (!tokens.isEmpty()) // fields of forms are short: the last word may be cut
        tokens.last().word.abbreviated = tokens.last().letters;
    m_words = Reader(itemsOf(stemmed(tokens))).words();
}

QString TitleWords::toString() const
{
    static constexpr std::array prefixes{"", "", "", "", "niveau:", "segment:", "rang:"};
    QStringList parts;
    for (const TitleWord &word : m_words)
        parts << QLatin1String(prefixes[size_t(word.kind)]) + word.text();
    return parts.join(u' ');
}

} // namespace recoupe
