// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/filedialog.h"

#include "services/databaseaccess.h"
#include "ui/uitr.h"

#include <QFileDialog>
#include <QFileIconProvider>
#include <QFileInfo>

#include <memory>

namespace recoupe {

namespace {

//! Tells a file by its name alone.
class NameIcons : public QFileIconProvider
{
public:
    using QFileIconProvider::icon;
    [[nodiscard]] QIcon icon(const QFileInfo &info) const override
    {
        return icon(info.isDir() ? Folder : File);
    }
    [[nodiscard]] QString type(const QFileInfo &info) const override
    {
        return info.isDir() ? UiTr::tr("Dossier") : UiTr::tr("Fichier");
    }
};

} // namespace

QFileDialog *newFileDialog(QWidget *parent, const QString &title, const QString &folder,
                           const QString &filter)
{
    auto *dialog = new QFileDialog(parent, title, folder, filter);
    if (isBaseUnlockedByClosing())
        dialog->setOption(QFileDialog::DontUseNativeDialog);
    const auto icons = std::make_shared<NameIcons>();
    dialog->setIconProvider(icons.get());
    QObject::connect(dialog, &QObject::destroyed, [icons] {}); // the dialog does not keep it
    return dialog;
}

} // namespace recoupe
