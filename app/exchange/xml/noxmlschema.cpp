// SPDX-License-Identifier: GPL-3.0-or-later
// In the place of xmlschema.cpp where there is no libxml2: no schema can be loaded, so that none
// ever judges.
#include "exchange/xml/xmlschema.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace recoupe {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Recoupe)
};

} // namespace

struct XmlSchema::Library
{
};

XmlSchema::~XmlSchema() = default;

Result<std::unique_ptr<XmlSchema>> XmlSchema::load(const QString &fileName, std::string_view)
{
    return fail(ErrorCode::InvalidArgument,
                Tr::tr("Rien ne peut être validé par « %1 » : cette version de Recoupe a été faite "
                       "sans les schémas XSD. En demander une qui les a, ou n'indiquer aucun "
                       "schéma dans les réglages.")
                    .arg(QFileInfo(fileName).fileName()));
}

std::optional<XmlViolation> XmlSchema::violationIn(std::string_view) const
{
    return {};
}

Result<std::optional<XmlViolation>> XmlSchema::violationInFile(const QString &) const
{
    return {};
}

} // namespace recoupe
