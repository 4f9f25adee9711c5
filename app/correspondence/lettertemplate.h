// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/letter.h"

#include <QMap>

#include <array>

namespace recoupe {

//! What may stand in braces in a template: {organisme}, {date}…
enum class LetterPlace
{
    Organisation,
    Edition, //!< number of the edition, with its year
    Count,   //!< how many sessions or contracts it is about, with their noun
    Date,
    EditionDate,
    Scope, //!< of the edition: the region or a département
    Operator,
    Changes, //!< since the edition before; in the text only
    List     //!< what is to be mended or entered; in the text only
};

using PlaceTexts = QMap<LetterPlace, QString>;

//! The subject and the text of one kind of letter, with named places to be filled in.
struct LetterTemplate
{
    QString subject;
    QString body;

    //! The program's own.
    [[nodiscard]] static LetterTemplate standard(LetterKind kind);

    friend bool operator==(const LetterTemplate &, const LetterTemplate &) = default;
};

inline constexpr std::array letterKinds{LetterKind::Correction, LetterKind::Reminder,
                                        LetterKind::Table};

//! The places of a kind as they are written and what they stand for: "{organisme}", "le nom de
//! l'organisme".
struct LetterPlaceholder
{
    LetterPlace place;
    QString name;
    QString meaning;

    //! Several lines: not for a subject.
    [[nodiscard]] bool isBlock() const
    {
        return place == LetterPlace::List || place == LetterPlace::Changes;
    }
};
[[nodiscard]] QList<LetterPlaceholder> letterPlaces(LetterKind kind);

//! Why a text is no subject or body of that kind, as a French sentence; empty when it is one.
[[nodiscard]] QString subjectDefect(LetterKind kind, const QString &subject);
[[nodiscard]] QString bodyDefect(LetterKind kind, const QString &body);
//! The text with its places filled in, each once: what is filled in is taken as it is.
[[nodiscard]] QString filledIn(LetterKind kind, const QString &text, const PlaceTexts &texts);

//! The names under which the templates are kept among the settings: "letter/correction/subject".
[[nodiscard]] QString subjectSettingName(LetterKind kind);
[[nodiscard]] QString bodySettingName(LetterKind kind);
//! From the settings by name; the program's own where none is kept or it makes no sense.
[[nodiscard]] LetterTemplate letterTemplate(LetterKind kind, const QMap<QString, QString> &texts);
//! The program's own text under that name; nothing where it names no template.
[[nodiscard]] std::optional<QString> defaultLetterSetting(const QString &name);
//! Why a text is no value of that setting, as a French sentence; empty when it is one, or the name
//! names no template.
[[nodiscard]] QString letterSettingDefect(const QString &name, const QString &text);

} // namespace recoupe
