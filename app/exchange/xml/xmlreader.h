// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <span>
#include <string_view>

namespace recoupe {

class ByteSource;

//! What no honest file goes beyond.
struct XmlLimits
{
    int depth = 64;
    qint64 textBytes = 1024 * 1024; //!< of one run of text
    qsizetype attributes = 256;     //!< of one tag
    qsizetype attributeBytes = 64 * 1024;
    qint64 tokenBytes = 1024 * 1024; //!< of one tag or comment as it stands in the file
};

struct XmlAttribute
{
    std::string_view name; //!< as written: only elements lose their prefix
    std::string_view value;
};

//! A start tag. All views end with the call that hands them over.
struct XmlStart
{
    std::string_view qualifiedName; //!< as written, with its prefix
    std::string_view name;          //!< without it
    std::span<const XmlAttribute> attributes;
    qint64 line = 0; //!< from 1

    //! Value of an attribute, by its name as written; empty when there is none.
    [[nodiscard]] std::string_view attribute(std::string_view attributeName) const;
    //! URI of the element's own namespace where this very tag declares it: so for a root.
    [[nodiscard]] std::string_view declaredNamespace() const;
};

//! Receives a document as it is read. Text is UTF-8 and may come in several pieces. A failure
//! returned from here ends the reading and is handed to the caller.
class XmlHandler
{
public:
    virtual ~XmlHandler() = default;
    [[nodiscard]] virtual Result<> startElement(const XmlStart &element) = 0;
    [[nodiscard]] virtual Result<> endElement(std::string_view name);
    [[nodiscard]] virtual Result<> text(std::string_view text);
    //! After every block, with the bytes taken from the file and its size.
    [[nodiscard]] virtual Result<> blockRead(qint64 position, qint64 size);
    //! A defect that was set right on the way, as a sentence.
    virtual void tolerated(const QString &sentence);
};

//! Reads one document in constant memory. Prefixes are dropped without resolving them: in the
//! formats we read the root's namespace alone tells one language from another.
//! Refuses what is not XML (NotTheFormat), not well-formed (MalformedFile), not in its encoding
//! (WrongEncoding), any document type (LimitExceeded: it could expand without end), and whatever
//! passes \a limits.
[[nodiscard]] Result<> readXml(ByteSource &source, XmlHandler &handler,
                               const XmlLimits &limits = {});

} // namespace recoupe
