// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/outputfolder.h"

namespace recoupe {

Result<QDir> outputFolder(const CommandContext &context)
{
    const QString path = context.value(QStringLiteral("output"));
    const QDir folder(path);
    if (!folder.exists() && !QDir().mkdir(path))
        return fail(ErrorCode::FileUnwritable,
                    CliTr::tr("Le dossier « %1 » ne peut pas être créé : en donner un autre, ou "
                              "libérer de la place si le disque est plein.")
                        .arg(QDir::toNativeSeparators(path)));
    return folder;
}

} // namespace recoupe
