// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>
#include <QStringView>

#include <optional>

//! The closed lists of the domain, and the one place that knows their codes and dated labels.
namespace recoupe {

//! Who pays. Other covers every LHEO funder that is not one of the three (code-financeur).
enum class Funder
{
    Region,
    PoleEmploi,
    Agefiph,
    Other
};

//! What is bought: AFC, AFE, POEC, or a segment of the Région's SIEG. Unknown: nothing was said;
//! Other: something else was said.
enum class Scheme
{
    Unknown,
    Afc,
    Afe,
    Poec,
    Sieg,
    Other
};

//! LHEO etat-recrutement: 1 open, 2 closed, 3 suspended. Unknown: not stated, which is not "open".
enum class RecruitmentState
{
    Unknown,
    Open,
    Suspended,
    Closed
};

//! LHEO modalites-entrees-sorties: 0 fixed dates, 1 permanent.
enum class EntryMode
{
    Unknown,
    Fixed,
    Permanent
};

inline constexpr int lheoFunderOpco = 16; //!< LHEO table code-financeur

[[nodiscard]] Funder funderOfLheoCode(int code);
//! The machine name of the command line and of the database: region, pole-emploi, agefiph, other.
[[nodiscard]] QString toToken(Funder funder);
[[nodiscard]] std::optional<Funder> funderFromToken(QStringView token);
//! Reads what a spreadsheet says: CR, PE, AGEFIPH, "Conseil régional", "France Travail"…; case and
//! accents do not count. Nothing when it is none of the three.
[[nodiscard]] std::optional<Funder> funderFromName(QStringView name);
//! The name that was valid on that day: Pôle emploi is France Travail since 2024-01-01, the
//! Conseil régional d'Auvergne became Auvergne-Rhône-Alpes on 2016-01-01.
[[nodiscard]] QString funderName(Funder funder, QDate on);
//! After "de": "du Conseil régional…", "de France Travail", "de l'Agefiph".
[[nodiscard]] QString ofFunder(Funder funder, QDate on);
//! The same in few letters, for narrow columns: CRA or CR AuRA, PE or FT, Agefiph.
[[nodiscard]] QString funderShortName(Funder funder, QDate on);

[[nodiscard]] QString toToken(Scheme scheme);
//! Reads free text: "AFC", "SIEG segment 2", "POE collective". Empty gives Unknown.
[[nodiscard]] Scheme schemeFromText(QStringView text);
//! AFC, AFE, POEC, SIEG; empty for Unknown and Other, where the text itself is to be shown.
[[nodiscard]] QString schemeName(Scheme scheme);

[[nodiscard]] QString toToken(RecruitmentState state);
[[nodiscard]] std::optional<RecruitmentState> recruitmentFromToken(QStringView token);
[[nodiscard]] RecruitmentState recruitmentFromLheo(QStringView code);

[[nodiscard]] QString toToken(EntryMode mode);
[[nodiscard]] EntryMode entryModeFromToken(QStringView token);
[[nodiscard]] EntryMode entryModeFromLheo(QStringView code);

} // namespace recoupe
