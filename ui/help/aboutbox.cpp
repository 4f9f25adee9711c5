// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/aboutbox.h"

#include "ui/style/icons.h"
#include "ui/uitr.h"

#include <QMessageBox>

namespace recoupe {

void showAbout(QWidget *window, const QString &operatorName, const QString &databaseName)
{
    auto *box = new QMessageBox(window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(UiTr::tr("À propos de Recoupe"));
    box->setIconPixmap(programIcon().pixmap(QSize(64, 64), window->devicePixelRatioF()));
    box->setText(UiTr::tr("Recoupe %1").arg(QStringLiteral(RECOUPE_VERSION)));
    box->setInformativeText(
        UiTr::tr("Contrôle, activation et tableau des formations collectives.\n"
                 "Opérateur : %1\nBase : %2\n\nLogiciel libre, licence GPL version 3 ou "
                 "ultérieure. Qt %3.")
            .arg(operatorName, databaseName, QString::fromLatin1(qVersion())));
    box->setDetailedText(UiTr::tr("Recoupe s'appuie sur :\n"
                                  "Qt — LGPL version 3\n"
                                  "Expat — licence MIT\n"
                                  "HarfBuzz — licence MIT ancienne\n"
                                  "RapidJSON — licence MIT\n"
                                  "libxml2 — licence MIT\n"
                                  "libzip — licence BSD à trois clauses\n"
                                  "libxlsxwriter — licence BSD à deux clauses\n"
                                  "zlib — licence zlib\n"
                                  "tl::expected — CC0 1.0\n"
                                  "SQLite — domaine public\n"
                                  "libpq (PostgreSQL) — licence PostgreSQL"));
    box->open();
}

} // namespace recoupe
