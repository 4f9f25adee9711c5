// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QMap>

namespace recoupe {

struct DatabaseUrl;

//! The texts of the form that says where a base is, by name, and what they come to. The password is
//! none of them.
namespace databaseform {

inline constexpr QLatin1String place("place"); //!< fileToken or serverToken
inline constexpr QLatin1String path("path");   //!< with slashes
inline constexpr QLatin1String host("host");   //!< or the folder of a socket
inline constexpr QLatin1String port("port");
inline constexpr QLatin1String name("name");
inline constexpr QLatin1String user("user");
inline constexpr QLatin1String encryption("encryption");   //!< one of the three tokens below
inline constexpr QLatin1String authorities("authorities"); //!< one of the three tokens below
inline constexpr QLatin1String authoritiesFile("authorities-file");

inline constexpr QLatin1String fileToken("file");
inline constexpr QLatin1String serverToken("server");

inline constexpr QLatin1String verifiedToken("verified");
inline constexpr QLatin1String unverifiedToken("unverified");
inline constexpr QLatin1String noneToken("none"); //!< for this machine alone

inline constexpr QLatin1String systemToken("system");
inline constexpr QLatin1String ownFileToken("own-file");
inline constexpr QLatin1String usualToken("usual"); //!< the file that PostgreSQL looks for itself

} // namespace databaseform

using DatabaseTexts = QMap<QString, QString>;

//! The texts for a base that is used now; what does not apply to it is filled in as for a new one.
//! \a url: its address; the workstation's own file where it is none.
[[nodiscard]] DatabaseTexts databaseTexts(const QString &url);
//! What is wrong with a text beside the others, as what is expected instead: "un nombre de 1 à
//! 65535". Empty where nothing is, or where it does not apply.
[[nodiscard]] QString databaseExpectation(const QString &name, const DatabaseTexts &texts);
//! The base that they name. InvalidArgument where one of them is wrong.
[[nodiscard]] Result<DatabaseUrl> databaseIn(const DatabaseTexts &texts);

//! Which base it is, as a person would say it: the file, or name, server and account.
[[nodiscard]] QString databaseInWords(const DatabaseUrl &url);
//! Whether two addresses lead to the same base, by whichever account and way.
[[nodiscard]] bool isSameDatabase(const DatabaseUrl &one, const DatabaseUrl &other);

} // namespace recoupe
