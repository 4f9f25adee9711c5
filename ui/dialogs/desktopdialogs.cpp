// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/desktopdialogs.h"

#include "ui/dialogs/awarddialog.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/dialogs/filedialog.h"
#include "ui/dialogs/reasondialog.h"
#include "ui/dialogs/restoredialog.h"
#include "ui/uitr.h"

#include <QFileDialog>
#include <QInputDialog>
#include <QPrintDialog>
#include <QPrinter>

namespace recoupe {

namespace {

template <typename Dialog>
Dialog *opened(Dialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}

} // namespace

void DesktopDialogs::chooseFiles(QWidget *parent, const QString &folder,
                                 std::function<void(const QStringList &)> chosen)
{
    auto *dialog = newFileDialog(parent, UiTr::tr("Importer"), folder,
                                 UiTr::tr("Fichiers à importer (*.xml *.gz *.csv *.txt "
                                          "*.xlsx *.ods *.json);;"
                                          "Tous les fichiers (*)"));
    dialog->setFileMode(QFileDialog::ExistingFiles);
    QObject::connect(dialog, &QFileDialog::filesSelected, parent,
                     [chosen = std::move(chosen)](const QStringList &files) { chosen(files); });
    opened(dialog);
}

void DesktopDialogs::chooseFile(QWidget *parent, const OpenRequest &request,
                                std::function<void(const QString &)> chosen)
{
    auto *dialog = newFileDialog(parent, request.title, {}, request.filter);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                     [chosen = std::move(chosen)](const QString &file) { chosen(file); });
    opened(dialog);
}

void DesktopDialogs::chooseFolder(QWidget *parent, const QString &title,
                                  std::function<void(const QString &)> chosen)
{
    auto *dialog = newFileDialog(parent, title);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                     [chosen = std::move(chosen)](const QString &folder) { chosen(folder); });
    opened(dialog);
}

void DesktopDialogs::chooseTarget(QWidget *parent, const SaveRequest &request,
                                  std::function<void(const QString &)> chosen)
{
    auto *dialog = newFileDialog(parent, request.title, {}, request.filter);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite, request.keepsContent);
    dialog->selectFile(request.suggestion);
    // A name without a suffix gets the one of the kind that is chosen.
    const auto suffixOf = [](const QString &filter) {
        return filter.section(u'.', 1, 1).section(u')', 0, 0);
    };
    dialog->setDefaultSuffix(suffixOf(request.filter));
    QObject::connect(
        dialog, &QFileDialog::filterSelected, dialog,
        [dialog, suffixOf](const QString &filter) { dialog->setDefaultSuffix(suffixOf(filter)); });
    QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                     [chosen = std::move(chosen)](const QString &file) { chosen(file); });
    opened(dialog);
}

void DesktopDialogs::confirm(QWidget *parent, const Question &question,
                             std::function<void()> confirmed)
{
    auto *dialog = new ConfirmDialog(question, parent);
    QObject::connect(dialog, &QDialog::accepted, parent,
                     [confirmed = std::move(confirmed)] { confirmed(); });
    opened(dialog);
}

void DesktopDialogs::askReason(QWidget *parent, const Question &question,
                               std::function<void(const QString &)> given)
{
    auto *dialog = new ReasonDialog(question, ReasonDialog::Written, parent);
    QObject::connect(dialog, &QDialog::accepted, parent,
                     [dialog, given = std::move(given)] { given(dialog->reason()); });
    opened(dialog);
}

void DesktopDialogs::askReturnReason(QWidget *parent, const Question &question,
                                     std::function<void(ReturnReason, const QString &)> given)
{
    auto *dialog = new ReasonDialog(question, ReasonDialog::Listed, parent);
    QObject::connect(dialog, &QDialog::accepted, parent, [dialog, given = std::move(given)] {
        given(dialog->listed(), dialog->reason());
    });
    opened(dialog);
}

void DesktopDialogs::askName(QWidget *parent, const Question &question, const QString &suggestion,
                             std::function<void(const QString &)> given)
{
    auto *dialog = new QInputDialog(parent);
    dialog->setWindowTitle(question.title);
    dialog->setLabelText(question.text);
    dialog->setTextValue(suggestion);
    dialog->setOkButtonText(question.acceptLabel);
    QObject::connect(dialog, &QInputDialog::textValueSelected, parent,
                     [given = std::move(given)](const QString &text) {
                         if (const QString name = text.trimmed(); !name.isEmpty())
                             given(name);
                     });
    opened(dialog);
}

void DesktopDialogs::chooseAward(QWidget *parent, const AwardRequest &request,
                                 std::function<void(const AwardKey &)> chosen)
{
    auto *dialog = new AwardDialog(request, parent);
    QObject::connect(dialog, &QDialog::accepted, parent,
                     [dialog, chosen = std::move(chosen)] { chosen(dialog->award()); });
    opened(dialog);
}

void DesktopDialogs::chooseCopy(QWidget *parent, const RestoreRequest &request,
                                std::function<void(const KeptCopy &)> chosen)
{
    auto *dialog = new RestoreDialog(request, parent);
    QObject::connect(dialog, &QDialog::accepted, parent,
                     [dialog, chosen = std::move(chosen)] { chosen(dialog->copy()); });
    opened(dialog);
}

void DesktopDialogs::choosePrinter(QWidget *parent, const PrintRequest &request,
                                   std::function<void(std::shared_ptr<QPrinter>)> chosen)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    request.prepare(*printer);
    auto *dialog = new QPrintDialog(printer.get(), parent);
    dialog->setWindowTitle(UiTr::tr("Imprimer le tableau"));
    dialog->setOption(QAbstractPrintDialog::PrintPageRange);
    dialog->setMinMax(1, request.pages);
    QObject::connect(dialog, &QDialog::accepted, parent,
                     [printer, chosen = std::move(chosen)] { chosen(printer); });
    // The dialog refers to the printer for as long as it is there.
    QObject::connect(dialog, &QObject::destroyed, parent, [printer] {});
    opened(dialog);
}

} // namespace recoupe
