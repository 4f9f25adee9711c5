// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <memory>
#include <optional>
#include <string_view>

namespace recoupe {

//! The first thing that a schema finds wrong in a document.
struct XmlViolation
{
    QString element; //!< its name; empty where the document is not even well-formed
    QString value;   //!< that does not fit; empty where it is no matter of a value
    QString reason;  //!< in the words of the library, English
    qint64 line = 0; //!< in the document, from 1
};

//! A W3C XML Schema. Neither it nor the documents that it judges can load anything else, from the
//! network or from disk.
class XmlSchema
{
public:
    //! FileUnreadable, or NotTheFormat where the file is no schema or one of another namespace.
    [[nodiscard]] static Result<std::unique_ptr<XmlSchema>> load(const QString &fileName,
                                                                 std::string_view targetNamespace);
    ~XmlSchema();
    Q_DISABLE_COPY_MOVE(XmlSchema)

    //! Nothing where the document is valid. In memory that does not grow with it; from one thread
    //! at a time.
    [[nodiscard]] std::optional<XmlViolation> violationIn(std::string_view document) const;
    //! The same of a file.
    [[nodiscard]] Result<std::optional<XmlViolation>>
    violationInFile(const QString &fileName) const;

private:
    struct Library; // libxml2, which nothing else needs to know of

    explicit XmlSchema(std::unique_ptr<Library> library);

    std::unique_ptr<Library> m_library;
};

} // namespace recoupe
