// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/lheo/lheoschema.h"

#include "exchange/lheo/lheomodel.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

} // namespace

Result<std::unique_ptr<XmlSchema>> loadLheoSchema(const QString &xsdFile)
{
    if (xsdFile.isEmpty())
        return std::unique_ptr<XmlSchema>();
    return XmlSchema::load(xsdFile, lheoNamespace);
}

Result<> checkLheoFile(const XmlSchema *schema, const QString &fileName)
{
    if (!schema)
        return {};
    const Result<std::optional<XmlViolation>> violation = schema->violationInFile(fileName);
    if (!violation)
        return failureOf(violation);
    if (!*violation)
        return {};
    return fail(ErrorCode::MalformedFile,
                Tr::tr("Le fichier « %1 » n'a pas été gardé : une fois écrit, il n'est pas du LHÉO "
                       "2.3 valide (ligne %2, élément « %3 » : « %4 »). Recommencer l'export et, "
                       "si le refus se répète, le signaler avec ce message.")
                    .arg(QFileInfo(fileName).fileName())
                    .arg((*violation)->line)
                    .arg((*violation)->element, (*violation)->reason));
}

} // namespace recoupe
