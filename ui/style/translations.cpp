// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/translations.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace recoupe {

namespace {

//! Beside the program where all is in one folder, else where the system keeps such files.
QStringList translationFolders()
{
    const QDir beside(QCoreApplication::applicationDirPath());
    return {QLibraryInfo::path(QLibraryInfo::TranslationsPath),
            beside.filePath(QStringLiteral("translations")), beside.absolutePath(),
            beside.filePath(QStringLiteral("../share/recoupe/translations"))};
}

bool install(QCoreApplication &application, const QString &name)
{
    auto *translator = new QTranslator(&application);
    for (const QString &folder : translationFolders()) {
        if (translator->load(name, folder))
            return application.installTranslator(translator);
    }
    delete translator;
    return false;
}

} // namespace

bool installTranslations(QCoreApplication &application, const QString &language)
{
    if (!language.isEmpty() && install(application, QStringLiteral("recoupe_") + language)) {
        QLocale::setDefault(QLocale(language));
        install(application, QStringLiteral("qtbase_") + language);
        return true;
    }
    QLocale::setDefault(QLocale(QLocale::French, QLocale::France));
    return install(application, QStringLiteral("qtbase_fr"));
}

} // namespace recoupe
