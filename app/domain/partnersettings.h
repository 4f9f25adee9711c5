// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/partner.h"

#include <QMap>
#include <QString>

#include <array>
#include <optional>

//! Where files of the partners come from and go to. Kept in the base as settings by name; passwords
//! are not among them: those stay in the keychain (platform/secretstore.h).
namespace recoupe {

//! How files reach a partner.
enum class Transport
{
    None,   //!< by hand only
    Folder, //!< local or of the network
    HttpPut,
    HttpPost,
    Sftp
};
inline constexpr std::array transports{Transport::None, Transport::Folder, Transport::HttpPut,
                                       Transport::HttpPost, Transport::Sftp};

//! How one shows oneself to a server.
enum class Authentication
{
    None,
    Password, //!< HTTP Basic; of SFTP, the password, or that of the key file
    Token     //!< HTTP Bearer
};
inline constexpr std::array authentications{Authentication::None, Authentication::Password,
                                            Authentication::Token};

//! none, folder, https-put, https-post, sftp.
[[nodiscard]] QString toToken(Transport transport);
[[nodiscard]] Transport transportFromToken(QStringView token);
[[nodiscard]] QString transportName(Transport transport);
//! none, password, token.
[[nodiscard]] QString toToken(Authentication authentication);
[[nodiscard]] QString authenticationName(Authentication authentication);

//! Where one partner's files go.
struct PartnerSettings
{
    Transport transport = Transport::None;
    QString address; //!< a folder, https://…/ or sftp://HOST:PORT/PATH; without a name or password
    Authentication authentication = Authentication::None;
    QString login;
    QString hostKey;  //!< SFTP: "SHA256:…", as the administrator of the server gives it
    QString keyFile;  //!< SFTP: a private key; empty: the password alone
    int maxFall = 20; //!< percent; a greater fall in the count asks first

    friend bool operator==(const PartnerSettings &, const PartnerSettings &) = default;
};

//! The portal's feed.
struct FeedSettings
{
    QString url; //!< empty: none
    Authentication authentication = Authentication::None;
    QString login;
    int everyMinutes = 0;    //!< while the window is open; 0: on demand
    int maxMegabytes = 2048; //!< a larger file is refused

    friend bool operator==(const FeedSettings &, const FeedSettings &) = default;
};

//! How the Carif calls itself in what it exports, and what all exchanges have in common.
struct ExchangeSettings
{
    FeedSettings feed;
    std::array<PartnerSettings, partners.size()> destinations; //!< in the order of `partners`
    QString carifNumber = QStringLiteral("03");                //!< of the former regions' alphabet
    QString carifRegion = QStringLiteral("84");                //!< INSEE code
    QString carifMail;
    QString offersUrl;       //!< where Parcours 3 finds the files of the index; empty: beside it
    QString xsdFile;         //!< LHEO 2.3; empty: our own checks alone
    QString authoritiesFile; //!< PEM, trusted beside those of the system; empty: none
    QString headsFolder;     //!< where the heads of the trail are noted too; empty: nowhere else
    bool allowsHttp = false; //!< without encryption

    //! What is not known, or makes no sense, is passed over: the default stands.
    [[nodiscard]] static ExchangeSettings fromTexts(const QMap<QString, QString> &texts);
    //! Every setting there is, by name, with the text in force.
    [[nodiscard]] QMap<QString, QString> toTexts() const;

    [[nodiscard]] PartnerSettings &of(Partner partner)
    {
        return destinations[std::size_t(partner)];
    }
    [[nodiscard]] const PartnerSettings &of(Partner partner) const
    {
        return destinations[std::size_t(partner)];
    }
    friend bool operator==(const ExchangeSettings &, const ExchangeSettings &) = default;
};

//! The program's own text under that name; nothing where it is no setting of exchanges.
[[nodiscard]] std::optional<QString> defaultExchangeSetting(const QString &name);
//! What is expected of a text that is no value of that setting, as a phrase: "un nombre de 1 à
//! 100"; empty when it is one, or the name is none of these.
[[nodiscard]] QString exchangeSettingExpectation(const QString &name, const QString &text);
//! Why a text is no value of that setting, as a French sentence that says what is expected; empty
//! when it is one, or the name is none of these.
[[nodiscard]] QString exchangeSettingDefect(const QString &name, const QString &text);

} // namespace recoupe
