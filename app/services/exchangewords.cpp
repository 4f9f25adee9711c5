// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/exchangewords.h"

#include "domain/partnersettings.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

const QHash<QString, QString> &commonNames()
{
    static const QHash<QString, QString> names{
        {QStringLiteral("feed/url"), Tr::tr("Flux du portail, adresse")},
        {QStringLiteral("feed/authentication"), Tr::tr("Flux du portail, authentification")},
        {QStringLiteral("feed/login"), Tr::tr("Flux du portail, identifiant")},
        {QStringLiteral("feed/every-minutes"), Tr::tr("Flux du portail, relève (minutes)")},
        {QStringLiteral("feed/max-megabytes"), Tr::tr("Flux du portail, taille limite (Mo)")},
        {QStringLiteral("carif/number"), Tr::tr("Carif, numéro")},
        {QStringLiteral("carif/region"), Tr::tr("Carif, région")},
        {QStringLiteral("carif/mail"), Tr::tr("Carif, courriel")},
        {QStringLiteral("partner/parcours3/offers-url"),
         Tr::tr("Parcours 3, adresse publique des offres")},
        {QStringLiteral("export/lheo-xsd"), Tr::tr("Exports, schéma LHÉO")},
        {QStringLiteral("trail/heads-folder"), Tr::tr("Journal, dossier où noter ses têtes")},
        {QStringLiteral("network/authorities"), Tr::tr("Réseau, autorités de confiance")},
        {QStringLiteral("network/allow-http"), Tr::tr("Réseau, envois non chiffrés (HTTP)")}};
    return names;
}

QString partnerFieldName(const QString &field)
{
    static const QHash<QString, QString> names{
        {QStringLiteral("transport"), Tr::tr("transport")},
        {QStringLiteral("address"), Tr::tr("adresse ou dossier")},
        {QStringLiteral("authentication"), Tr::tr("authentification")},
        {QStringLiteral("login"), Tr::tr("identifiant")},
        {QStringLiteral("host-key"), Tr::tr("empreinte du serveur")},
        {QStringLiteral("key-file"), Tr::tr("fichier de clé")},
        {QStringLiteral("max-fall"), Tr::tr("baisse à confirmer (%)")}};
    return names.value(field);
}

} // namespace

QString exchangeSettingInWords(const QString &name)
{
    if (const QString common = commonNames().value(name); !common.isEmpty())
        return common;
    const std::optional<Partner> partner = partnerFromToken(name.section(u'/', 1, 1));
    const QString field = partnerFieldName(name.section(u'/', 2, 2));
    const bool isOfPartner = name.section(u'/', 0, 0) == u"partner" && partner && !field.isEmpty();
    return isOfPartner ? Tr::tr("%1, %2").arg(partnerName(*partner), field) : QString();
}

QString exchangeValueInWords(const QString &name, const QString &text)
{
    const QString field = name.section(u'/', -1);
    if (field == u"transport") {
        const auto found = std::ranges::find(
            transports, text, [](Transport transport) { return toToken(transport); });
        if (found != transports.end())
            return transportName(*found);
    }
    if (field == u"authentication") {
        const auto found =
            std::ranges::find(authentications, text, [](Authentication authentication) {
                return toToken(authentication);
            });
        if (found != authentications.end())
            return authenticationName(*found);
    }
    if (field == u"allow-http")
        return text == u"yes" ? Tr::tr("permis") : Tr::tr("refusés");
    return text.isEmpty() ? Tr::tr("rien") : text;
}

} // namespace recoupe
