// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/exchangeforms.h"

#include "domain/partnersettings.h"
#include "ui/dialogs/dialogs.h"
#include "ui/settings/secretfield.h"
#include "ui/settings/settingform.h"
#include "ui/uitr.h"

#include <QUrl>

namespace recoupe {

namespace {

QString secretKey()
{
    return QStringLiteral("secret");
}

QList<SettingForm::Choice> authenticationChoices()
{
    QList<SettingForm::Choice> choices;
    for (const Authentication authentication : authentications)
        choices.append({toToken(authentication), authenticationName(authentication)});
    return choices;
}

//! The fields by which one shows oneself to a server.
void addIdentity(SettingForm &form, const QString &prefix, SecretField *secret)
{
    form.addChoice(prefix + QLatin1String("authentication"), UiTr::tr("A&uthentification"),
                   authenticationChoices());
    form.addText(prefix + QLatin1String("login"), UiTr::tr("&Identifiant"));
    form.addField(secretKey(), UiTr::tr("&Mot de passe ou jeton"), secret);
}

//! \a isServer: whether there is one to show oneself to; \a isAccount: by an account of its own,
//! even without a password.
void showIdentity(SettingForm &form, const QString &prefix, bool isServer, bool isAccount)
{
    const QString authentication = form.text(prefix + QLatin1String("authentication"));
    const bool hasPassword = authentication == toToken(Authentication::Password);
    form.setShown(prefix + QLatin1String("authentication"), isServer);
    form.setShown(prefix + QLatin1String("login"), isAccount || (isServer && hasPassword));
    form.setShown(secretKey(), isServer && authentication != toToken(Authentication::None));
}

Transport transportIn(const SettingForm &form, const QString &prefix)
{
    const QString token = form.text(prefix + QLatin1String("transport"));
    for (const Transport transport : transports) {
        if (toToken(transport) == token)
            return transport;
    }
    return Transport::None;
}

//! What an address must be for a transport; empty when it is.
QString placeExpectation(Transport transport, const QString &text)
{
    const QString scheme = QUrl(text).scheme();
    switch (transport) {
    case Transport::None: return {};
    case Transport::Folder:
        return text.isEmpty() || text.contains(QLatin1String("://"))
                   ? UiTr::tr("un dossier de cet ordinateur ou du réseau")
                   : QString();
    case Transport::Sftp:
        return scheme == u"sftp" ? QString() : UiTr::tr("une adresse sftp://serveur:port/dossier/");
    case Transport::HttpPut:
    case Transport::HttpPost: break;
    }
    return scheme == u"https" || scheme == u"http" ? QString()
                                                   : UiTr::tr("une adresse https://serveur/…");
}

SettingForm::Choose fileChooser(const SettingForm *form, Dialogs &dialogs, const QString &title,
                                const QString &filter)
{
    return [form, &dialogs, title, filter](std::function<void(const QString &)> chosen) {
        dialogs.chooseFile(form->window(), {.title = title, .filter = filter}, std::move(chosen));
    };
}

void addDestination(SettingForm &form, const QString &prefix, Partner partner, Dialogs &dialogs)
{
    QList<SettingForm::Choice> choices;
    for (const Transport transport : transports)
        choices.append({toToken(transport), transportName(transport)});
    form.addChoice(prefix + QLatin1String("transport"), UiTr::tr("&Transport"), choices);
    form.addPath(prefix + QLatin1String("address"), UiTr::tr("A&dresse ou dossier"),
                 [&form, partner, &dialogs](std::function<void(const QString &)> chosen) {
                     dialogs.chooseFolder(
                         form.window(),
                         UiTr::tr("Dossier où écrire les exports : %1").arg(partnerName(partner)),
                         std::move(chosen));
                 });
}

} // namespace

SettingForm *makeFeedForm(const QMap<QString, QString> &texts, SecretField *secret)
{
    const QString prefix = QStringLiteral("feed/");
    auto *form = new SettingForm(UiTr::tr("Flux du portail"), texts);
    form->addText(prefix + QLatin1String("url"), UiTr::tr("&Adresse du flux LHÉO"),
                  QStringLiteral("https://pro.example.fr/flux/lheo.xml"));
    form->addHint(UiTr::tr("Vide : le flux s'importe à la main (Fichier > Importer…)."));
    addIdentity(*form, prefix, secret);
    form->addNumber(prefix + QLatin1String("every-minutes"), UiTr::tr("&Relever toutes les"), 0,
                    1440, UiTr::tr(" min"));
    form->addHint(UiTr::tr("Tant que la fenêtre est ouverte. 0 : seulement à la demande."));
    form->addNumber(prefix + QLatin1String("max-megabytes"), UiTr::tr("&Taille limite"), 1, 100'000,
                    UiTr::tr(" Mo"));
    const auto follow = [form, prefix] { showIdentity(*form, prefix, true, false); };
    QObject::connect(form, &SettingForm::changed, form, follow);
    follow();
    return form;
}

SettingForm *makePartnerForm(Partner partner, const QMap<QString, QString> &texts,
                             SecretField *secret, Dialogs &dialogs)
{
    const QString prefix = QStringLiteral("partner/%1/").arg(toToken(partner));
    auto *form = new SettingForm(partnerName(partner), texts);
    addDestination(*form, prefix, partner, dialogs);
    addIdentity(*form, prefix, secret);
    form->addText(prefix + QLatin1String("host-key"), UiTr::tr("&Empreinte du serveur"),
                  QStringLiteral("SHA256:…"));
    form->addHint(UiTr::tr("Telle que la donne l'administrateur du serveur (ssh-keygen -l). Vide : "
                           "rien ne part, mais le refus dit quelle empreinte le serveur montre, à "
                           "lui faire confirmer."));
    form->addPath(prefix + QLatin1String("key-file"), UiTr::tr("Fichier de &clé privée"),
                  fileChooser(form, dialogs, UiTr::tr("Fichier de clé privée"),
                              UiTr::tr("Tous les fichiers (*)")));
    form->addHint(UiTr::tr("Vide : le mot de passe seul."));
    form->addNumber(prefix + QLatin1String("max-fall"), UiTr::tr("&Baisse à confirmer au-delà de"),
                    1, 100, UiTr::tr(" %"));
    const auto follow = [form, prefix] {
        const Transport transport = transportIn(*form, prefix);
        const bool isSftp = transport == Transport::Sftp;
        form->setShown(prefix + QLatin1String("address"), transport != Transport::None);
        showIdentity(*form, prefix,
                     isSftp || transport == Transport::HttpPut || transport == Transport::HttpPost,
                     isSftp);
        form->setShown(prefix + QLatin1String("host-key"), isSftp);
        form->setShown(prefix + QLatin1String("key-file"), isSftp);
    };
    form->expect(prefix + QLatin1String("login"), [](const QString &text) {
        return text.isEmpty() ? UiTr::tr("l'identifiant du compte") : QString();
    });
    form->expect(prefix + QLatin1String("address"), [form, prefix](const QString &text) {
        return placeExpectation(transportIn(*form, prefix), text);
    });
    QObject::connect(form, &SettingForm::changed, form, follow);
    follow();
    return form;
}

SettingForm *makeCarifForm(const QMap<QString, QString> &texts, Dialogs &dialogs)
{
    auto *form = new SettingForm(UiTr::tr("Carif"), texts);
    form->addText(QStringLiteral("carif/number"), UiTr::tr("&Numéro du Carif"));
    form->addText(QStringLiteral("carif/region"), UiTr::tr("&Région (code INSEE)"));
    form->addText(QStringLiteral("carif/mail"), UiTr::tr("&Courriel du Carif"));
    form->addText(QStringLiteral("partner/parcours3/offers-url"),
                  UiTr::tr("&Adresse publique des offres"));
    form->addHint(UiTr::tr("Où Parcours 3 trouve les fichiers de son index. Vide : à côté de "
                           "lui."));
    form->addPath(QStringLiteral("export/lheo-xsd"), UiTr::tr("&Schéma LHÉO 2.3 (XSD)"),
                  fileChooser(form, dialogs, UiTr::tr("Schéma LHÉO 2.3"),
                              UiTr::tr("Schémas XML (*.xsd);;Tous les fichiers (*)")));
    form->addHint(UiTr::tr("Les fichiers LHÉO y sont validés avant de partir. Vide : les seuls "
                           "contrôles de Recoupe."));
    form->addPath(QStringLiteral("network/authorities"), UiTr::tr("Autorités de c&onfiance (PEM)"),
                  fileChooser(form, dialogs, UiTr::tr("Autorités de confiance"),
                              UiTr::tr("Certificats (*.pem *.crt);;Tous les fichiers (*)")));
    form->addHint(UiTr::tr("En plus de celles du système, pour un serveur de votre réseau."));
    form->addText(QStringLiteral("trail/heads-folder"),
                  UiTr::tr("&Journal : noter ses têtes dans"));
    form->addHint(UiTr::tr("Un dossier partagé ou d'un autre disque. Une fin coupée du journal se "
                           "voit alors : « recoupe verify --heads ». Vide : à côté des "
                           "sauvegardes seulement."));
    form->addSwitch(QStringLiteral("network/allow-http"),
                    UiTr::tr("&Permettre les échanges non chiffrés (http://)"));
    form->addHint(UiTr::tr("Déconseillé : les fichiers et les mots de passe se lisent alors sur "
                           "le réseau."));
    return form;
}

} // namespace recoupe
