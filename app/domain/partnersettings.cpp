// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/partnersettings.h"

#include "core/tokentable.h"

#include <QCoreApplication>
#include <QDir>
#include <QUrl>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

constexpr std::array transportTokens{
    Token{Transport::None, u"none"}, Token{Transport::Folder, u"folder"},
    Token{Transport::HttpPut, u"https-put"}, Token{Transport::HttpPost, u"https-post"},
    Token{Transport::Sftp, u"sftp"}};
static_assert(transportTokens.size() == transports.size());

constexpr std::array authenticationTokens{Token{Authentication::None, u"none"},
                                          Token{Authentication::Password, u"password"},
                                          Token{Authentication::Token, u"token"}};
static_assert(authenticationTokens.size() == authentications.size());

// Each setting is named once, beside the member that holds it: `visit` takes a name, the member,
// and what is expected of a text. Reading, writing and checking are visits.

template <typename Visit>
void visitNumber(Visit &visit, const QString &name, int &value, int least, int most)
{
    visit(
        name, [&value] { return QString::number(value); },
        [&value, least, most](const QString &text) {
            bool isNumber = false;
            const int number = text.toInt(&isNumber);
            if (!isNumber || number < least || number > most)
                return Tr::tr("un nombre de %1 à %2").arg(least).arg(most);
            value = number;
            return QString();
        });
}

template <typename Value, std::size_t Size, typename Visit>
void visitToken(Visit &visit, const QString &name, Value &value,
                const std::array<Token<Value>, Size> &tokens)
{
    visit(
        name, [&] { return tokenOf(tokens, value); },
        [&](const QString &text) {
            const std::optional<Value> read = valueOf(tokens, text);
            if (read) {
                value = *read;
                return QString();
            }
            QStringList known;
            for (const Token<Value> &token : tokens)
                known << QString::fromUtf16(token.text);
            return Tr::tr("l'un de %1").arg(known.join(QStringLiteral(", ")));
        });
}

//! \a defect: what is expected where the text is none; empty where it is one.
template <typename Visit, typename Defect>
void visitText(Visit &visit, const QString &name, QString &value, Defect defect)
{
    visit(
        name, [&value] { return value; },
        [&value, defect](const QString &text) {
            const QString expected = text.isEmpty() ? QString() : defect(text);
            if (expected.isEmpty())
                value = text;
            return expected;
        });
}

QString anything(const QString &)
{
    return {};
}

QString addressDefect(const QString &text, const QStringList &schemes)
{
    const QUrl url(text, QUrl::StrictMode);
    if (url.isValid() && schemes.contains(url.scheme()) && !url.host().isEmpty() &&
        url.userInfo().isEmpty() && !url.hasFragment())
        return {};
    return Tr::tr("une adresse %1://… sans identifiant ni mot de passe")
        .arg(schemes.join(QStringLiteral("://…, ")));
}

QString webDefect(const QString &text)
{
    return addressDefect(text, {QStringLiteral("https"), QStringLiteral("http")});
}

QString folderDefect(const QString &text)
{
    return QDir::isAbsolutePath(text) ? QString() : Tr::tr("un chemin complet de dossier");
}

//! A folder, or where a server takes files: which of them the transport says. What follows a
//! question mark in an address is often a password, and addresses are shown.
QString placeDefect(const QString &text)
{
    if (!text.contains(QLatin1String("://")))
        return folderDefect(text);
    if (QUrl(text).hasQuery())
        return Tr::tr("une adresse sans « ? » ni ce qui le suit");
    return addressDefect(text,
                         {QStringLiteral("https"), QStringLiteral("http"), QStringLiteral("sftp")});
}

QString digitsDefect(const QString &text)
{
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    const bool isTwoDigits = text.size() == 2 && isDigit(text[0]) && isDigit(text[1]);
    return isTwoDigits ? QString() : Tr::tr("deux chiffres");
}

QString hostKeyDefect(const QString &text)
{
    static constexpr qsizetype base64Length = 43; // of 32 bytes, unpadded
    const QString prefix = QStringLiteral("SHA256:");
    return text.startsWith(prefix) && text.size() == prefix.size() + base64Length
               ? QString()
               : Tr::tr("une empreinte « SHA256:… », comme la donne ssh-keygen -l");
}

template <typename Visit>
void visitPartner(Visit &visit, const QString &prefix, PartnerSettings &partner)
{
    visitToken(visit, prefix + QLatin1String("transport"), partner.transport, transportTokens);
    visitText(visit, prefix + QLatin1String("address"), partner.address, placeDefect);
    visitToken(visit, prefix + QLatin1String("authentication"), partner.authentication,
               authenticationTokens);
    visitText(visit, prefix + QLatin1String("login"), partner.login, anything);
    visitText(visit, prefix + QLatin1String("host-key"), partner.hostKey, hostKeyDefect);
    visitText(visit, prefix + QLatin1String("key-file"), partner.keyFile, anything);
    visitNumber(visit, prefix + QLatin1String("max-fall"), partner.maxFall, 1, 100);
}

template <typename Visit>
void visitAll(Visit visit, ExchangeSettings &settings)
{
    visitText(visit, QStringLiteral("feed/url"), settings.feed.url, webDefect);
    visitToken(visit, QStringLiteral("feed/authentication"), settings.feed.authentication,
               authenticationTokens);
    visitText(visit, QStringLiteral("feed/login"), settings.feed.login, anything);
    visitNumber(visit, QStringLiteral("feed/every-minutes"), settings.feed.everyMinutes, 0, 1440);
    visitNumber(visit, QStringLiteral("feed/max-megabytes"), settings.feed.maxMegabytes, 1,
                100'000);
    for (const Partner partner : partners)
        visitPartner(visit, QStringLiteral("partner/%1/").arg(toToken(partner)),
                     settings.of(partner));
    visitText(visit, QStringLiteral("carif/number"), settings.carifNumber, digitsDefect);
    visitText(visit, QStringLiteral("carif/region"), settings.carifRegion, digitsDefect);
    visitText(visit, QStringLiteral("carif/mail"), settings.carifMail, anything);
    visitText(visit, QStringLiteral("partner/parcours3/offers-url"), settings.offersUrl, webDefect);
    visitText(visit, QStringLiteral("export/lheo-xsd"), settings.xsdFile, anything);
    visitText(visit, QStringLiteral("network/authorities"), settings.authoritiesFile, anything);
    visitText(visit, QStringLiteral("trail/heads-folder"), settings.headsFolder, folderDefect);
    visit(
        QStringLiteral("network/allow-http"),
        [&] { return settings.allowsHttp ? QStringLiteral("yes") : QStringLiteral("no"); },
        [&](const QString &text) {
            if (text != u"yes" && text != u"no")
                return Tr::tr("yes ou no");
            settings.allowsHttp = text == u"yes";
            return QString();
        });
}

} // namespace

QString toToken(Transport transport)
{
    return tokenOf(transportTokens, transport);
}

Transport transportFromToken(QStringView token)
{
    return valueOf(transportTokens, token).value_or(Transport::None);
}

QString toToken(Authentication authentication)
{
    return tokenOf(authenticationTokens, authentication);
}

QString transportName(Transport transport)
{
    switch (transport) {
    case Transport::None: return Tr::tr("Aucun : à la main");
    case Transport::Folder: return Tr::tr("Dossier");
    case Transport::HttpPut: return Tr::tr("HTTPS (PUT)");
    case Transport::HttpPost: return Tr::tr("HTTPS (POST)");
    case Transport::Sftp: break;
    }
    return Tr::tr("SFTP");
}

QString authenticationName(Authentication authentication)
{
    switch (authentication) {
    case Authentication::None: return Tr::tr("Aucune");
    case Authentication::Password: return Tr::tr("Identifiant et mot de passe");
    case Authentication::Token: break;
    }
    return Tr::tr("Jeton");
}

ExchangeSettings ExchangeSettings::fromTexts(const QMap<QString, QString> &texts)
{
    ExchangeSettings settings;
    visitAll(
        [&texts](const QString &name, const auto &, const auto &read) {
            if (const auto text = texts.find(name); text != texts.end())
                (void)read(*text);
        },
        settings);
    return settings;
}

QMap<QString, QString> ExchangeSettings::toTexts() const
{
    ExchangeSettings copy = *this;
    QMap<QString, QString> texts;
    visitAll([&texts](const QString &name, const auto &write,
                      const auto &) { texts.insert(name, write()); },
             copy);
    return texts;
}

std::optional<QString> defaultExchangeSetting(const QString &name)
{
    static const QMap<QString, QString> defaults = ExchangeSettings().toTexts();
    const auto found = defaults.find(name);
    return found == defaults.end() ? std::nullopt : std::optional(*found);
}

QString exchangeSettingExpectation(const QString &name, const QString &text)
{
    ExchangeSettings settings;
    QString expected;
    visitAll(
        [&](const QString &candidate, const auto &, const auto &read) {
            if (candidate == name)
                expected = read(text);
        },
        settings);
    return expected;
}

QString exchangeSettingDefect(const QString &name, const QString &text)
{
    const QString expected = exchangeSettingExpectation(name, text);
    return expected.isEmpty() ? QString()
                              : Tr::tr("« %1 » ne convient pas au réglage « %2 » : il faut %3.")
                                    .arg(text, name, expected);
}

} // namespace recoupe
