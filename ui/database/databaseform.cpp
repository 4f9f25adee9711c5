// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/database/databaseform.h"

#include "ui/dialogs/dialogs.h"
#include "ui/settings/secretfield.h"
#include "ui/settings/settingform.h"
#include "ui/style/theme.h"
#include "ui/uitr.h"

#include <QLabel>

namespace recoupe {

namespace {

using namespace databaseform;

constexpr QLatin1String secretKey("secret");
constexpr QLatin1String warningKey("warning");

void addFile(SettingForm &form, Dialogs &dialogs)
{
    form.addPath(path, UiTr::tr("&Fichier de la base"),
                 [&form, &dialogs](std::function<void(const QString &)> chosen) {
                     dialogs.chooseTarget(form.window(),
                                          {.title = UiTr::tr("Fichier de la base"),
                                           .suggestion = form.text(path),
                                           .filter = UiTr::tr("Bases de Recoupe (*.recoupe)"),
                                           .keepsContent = true},
                                          std::move(chosen));
                 });
    form.addHint(UiTr::tr("Un fichier qui existe est ouvert ; un nom nouveau en crée un. Pour un "
                          "seul poste : un lecteur réseau est refusé."));
}

void addAccount(SettingForm &form, SecretField *secret)
{
    form.addText(host, UiTr::tr("&Serveur"), UiTr::tr("base.example.fr"));
    form.addText(port, UiTr::tr("P&ort"));
    form.addText(name, UiTr::tr("&Nom de la base"));
    form.addText(user, UiTr::tr("&Compte"));
    form.addField(secretKey, UiTr::tr("&Mot de passe"), secret);
}

void addWay(SettingForm &form, Dialogs &dialogs, QLabel *warning)
{
    form.addChoice(encryption, UiTr::tr("Conne&xion"),
                   {{verifiedToken, UiTr::tr("Chiffrée, serveur vérifié")},
                    {unverifiedToken, UiTr::tr("Chiffrée, sans vérifier le serveur")},
                    {noneToken, UiTr::tr("Non chiffrée : serveur sur ce poste seulement")}});
    form.addField(warningKey, {}, warning);
    form.addChoice(authorities, UiTr::tr("&Autorités de certification"),
                   {{systemToken, UiTr::tr("Celles du système")},
                    {ownFileToken, UiTr::tr("Un fichier (PEM)")},
                    {usualToken, UiTr::tr("Celles de PostgreSQL pour ce compte (root.crt)")}});
    form.addPath(authoritiesFile, UiTr::tr("Fichier des a&utorités"),
                 [&form, &dialogs](std::function<void(const QString &)> chosen) {
                     dialogs.chooseFile(
                         form.window(),
                         {.title = UiTr::tr("Autorités de certification"),
                          .filter = UiTr::tr("Certificats (*.pem *.crt);;Tous les fichiers (*)")},
                         std::move(chosen));
                 });
}

//! What the operator is to know before he goes without a check.
QString warningOf(const DatabaseTexts &texts)
{
    if (const QString wrong = databaseExpectation(encryption, texts); !wrong.isEmpty())
        return UiTr::tr("Il faut %1 : mots de passe et données passeraient en clair sur le "
                        "réseau.")
            .arg(wrong);
    if (texts.value(encryption) == unverifiedToken)
        return UiTr::tr("Rien ne prouvera que c'est le bon serveur : qui se met à sa place lit "
                        "tout, mot de passe compris. À n'utiliser que le temps d'obtenir un "
                        "certificat.");
    return {};
}

void showWhatApplies(SettingForm &form, QLabel &warning)
{
    const DatabaseTexts texts = form.texts();
    const bool isServer = texts.value(place) == serverToken;
    const bool isVerified = isServer && texts.value(encryption) == verifiedToken;
    form.setShown(path, !isServer);
    for (const QLatin1String field : {host, port, name, user, secretKey, encryption})
        form.setShown(field, isServer);
    form.setShown(authorities, isVerified);
    form.setShown(authoritiesFile, isVerified && texts.value(authorities) == ownFileToken);
    warning.setText(warningOf(texts));
    form.setShown(warningKey, isServer && !warning.text().isEmpty());
    QPalette colors; // of its own only what differs: the rest follows the theme
    const bool isWrong = !databaseExpectation(encryption, texts).isEmpty();
    colors.setColor(QPalette::WindowText,
                    toneColor(isWrong ? Tone::Bad : Tone::Warn, form.palette()));
    warning.setPalette(colors);
}

} // namespace

SettingForm *makeDatabaseForm(const DatabaseTexts &texts, SecretField *secret, Dialogs &dialogs)
{
    auto *form = new SettingForm(UiTr::tr("Base de données"), texts);
    auto *warning = new QLabel;
    warning->setWordWrap(true);
    warning->setTextFormat(Qt::PlainText);
    form->addChoice(place, UiTr::tr("La base &est"),
                    {{fileToken, UiTr::tr("Sur ce poste, dans un fichier")},
                     {serverToken, UiTr::tr("Sur un serveur PostgreSQL, à plusieurs")}});
    addFile(*form, dialogs);
    addAccount(*form, secret);
    addWay(*form, dialogs, warning);
    const auto follow = [form, warning] { showWhatApplies(*form, *warning); };
    QObject::connect(form, &SettingForm::changed, form, follow);
    for (const QLatin1String field : {path, host, port, name, user, authoritiesFile})
        form->expect(field, [form, field](const QString &) {
            return databaseExpectation(field, form->texts());
        });
    follow();
    return form;
}

} // namespace recoupe
