// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/network/remotepath.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

//! Windows takes a backslash for a slash and a colon for a drive or a stream of the file.
bool isUsable(QChar c)
{
    return c.isPrint() && c != u'\\' && c != u':';
}

bool isName(const QString &segment)
{
    return !segment.isEmpty() && segment != u"." && segment != u".." &&
           std::ranges::all_of(segment, isUsable);
}

} // namespace

Result<> checkRemotePath(const QString &path)
{
    if (std::ranges::all_of(path.split(u'/'), isName))
        return {};
    return fail(
        ErrorCode::InvalidArgument,
        Tr::tr("Le chemin « %1 » ne peut pas être celui d'un fichier à transmettre : il doit "
               "être relatif, sans « .. », sans « : » ni barre oblique inverse.")
            .arg(path));
}

} // namespace recoupe
