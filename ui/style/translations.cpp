// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/translations.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace recoupe {

bool installTranslations(QCoreApplication &application)
{
    QLocale::setDefault(QLocale(QLocale::French, QLocale::France));
    auto *translator = new QTranslator(&application);
    const QDir beside(QCoreApplication::applicationDirPath());
    const QStringList folders{QLibraryInfo::path(QLibraryInfo::TranslationsPath),
                              beside.filePath(QStringLiteral("translations")),
                              beside.absolutePath()};
    for (const QString &folder : folders) {
        if (translator->load(QStringLiteral("qtbase_fr"), folder))
            return application.installTranslator(translator);
    }
    return false;
}

} // namespace recoupe
