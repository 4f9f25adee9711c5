// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contact.h"

#include <QRegularExpression>

namespace recoupe {

//! A natural person by what records say of him or her. A list may be empty, not all three.
struct Person
{
    QStringList names;      //!< first and last name, in either order
    QStringList lastNames;  //!< said of him or her only behind a civility: "Mme Chabrol"
    QStringList telephones; //!< in any spelling
    QStringList emails;

    //! What a text names: a mail where it has an @, a telephone where it is nothing but nine digits
    //! or more, else a name. Nothing where it could be anybody: less than three letters.
    [[nodiscard]] static std::optional<Person> named(const QString &text);

    //! Names, mails and telephones, each once however often it is spelt; the last spelling of each.
    [[nodiscard]] QStringList texts() const;

    friend bool operator==(const Person &, const Person &) = default;
};

//! A person's first and last name as records have them apart.
struct SplitName
{
    QString first;
    QString last;
};
//! "Solène Chabrol", or "CHABROL, Solène".
[[nodiscard]] SplitName splitName(const QString &name);

//! The digits of a telephone as dialled in France: "+33 (0)4 65" and "0033465" are "0465".
[[nodiscard]] QString telephoneKey(const QString &telephone);
//! What two spellings of a name have in common: its words, folded and in order of the alphabet.
[[nodiscard]] QString nameKey(const QString &name);

//! What two spellings of a name, a telephone or a mail, as Person::named() tells them apart, have
//! in common.
[[nodiscard]] QString personTextKey(const QString &text);

//! Finds a person in what was written, and puts something else there: whatever case, accents, order
//! of names, and punctuation of a telephone were used.
class PersonFilter
{
public:
    //! What stands in a text where a person was erased from it.
    static constexpr char16_t erasedMark[] = u"[…]";

    //! Erases: contacts are emptied, in texts the mark stands for what was said.
    explicit PersonFilter(Person person);
    //! Corrects: what is given in \a replacement, one of each kind at most, stands for it. What it
    //! does not have stays.
    PersonFilter(Person person, Person replacement);

    [[nodiscard]] const Person &person() const { return m_person; }
    //! Whether a text may say something of the person: quick, and never false where it does.
    [[nodiscard]] bool mayBeIn(QStringView text) const;
    [[nodiscard]] bool isIn(const QString &text) const { return filtered(text) != text; }
    //! The text without the person.
    [[nodiscard]] QString filtered(const QString &text) const;
    //! Whether a contact is the person. Neither name nor mail may be another one's, where both
    //! know them; the mail decides, else the name, else the telephone: colleagues share numbers.
    [[nodiscard]] bool isContact(const Contact &contact) const;
    //! A contact that is the person, without him or her: empty, or corrected.
    [[nodiscard]] Contact filtered(const Contact &contact) const;

private:
    enum class Kind
    {
        Name,
        Telephone,
        Email
    };
    struct Found
    {
        qsizetype begin = 0;
        qsizetype end = 0;
        Kind kind = Kind::Name;
        bool afterCivility = false;
    };

    void prepare();
    void prepareNames();
    [[nodiscard]] QList<Found> findIn(const QString &text) const;
    void addNames(const QString &text, QList<Found> &found) const;
    [[nodiscard]] QString replacementOf(const Found &found) const;

    Person m_person;
    std::optional<Person> m_replacement;
    QList<QStringList> m_names;     // the folded words of each name, both orders
    QList<QStringList> m_lastNames; // folded words
    QStringList m_nameKeys;
    QStringList m_telephoneKeys;
    QStringList m_emailKeys;
    QStringList m_tokens; // folded: one of them is in every text that names the person
    QRegularExpression m_telephones;
    QRegularExpression m_emails;
};

} // namespace recoupe
