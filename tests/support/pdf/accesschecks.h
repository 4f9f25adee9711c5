// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/pdf/pdfcontent.h"
#include "support/pdf/structuretree.h"

#include <span>

namespace recoupe::test {

//! A file as the checks look at it.
struct ReadPdf
{
    explicit ReadPdf(const QString &fileName);

    PdfDocument document;
    StructureTree tree;
    QList<PageContent> contents; //!< of each page
};

//! What a machine can tell of whether a file can be used without seeing it. Ported from the public
//! list of the machine checks of PDF/UA-1 (ISO 14289-1; numbered as in veraPDF's profile), as far
//! as they apply to a document of text, tables and links, and from what ISO 32000-1 asks of the
//! structure that they rest on. That all pass is no claim of conformity: half of that standard is
//! for people to judge.
struct AccessCheck
{
    const char *clause; //!< "7.1-3" of ISO 14289-1; "32000-1 14.7.4"
    const char *says;
    QStringList (*defects)(const ReadPdf &); //!< none when the file passes
};

//! The whole document: catalog, metadata, annotations, outline.
[[nodiscard]] std::span<const AccessCheck> documentChecks();
//! The structure and the content that it names.
[[nodiscard]] std::span<const AccessCheck> structureChecks();
[[nodiscard]] std::span<const AccessCheck> fontChecks();
//! All of them.
[[nodiscard]] QList<AccessCheck> accessChecks();

//! "7.1-3 …: defect" for each that any check finds.
[[nodiscard]] QStringList accessDefects(const QString &fileName);

} // namespace recoupe::test
