// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/xml/xmlencoding.h"

#include "exchange/encoding/bytesource.h"
#include "exchange/encoding/singlebyteencoding.h"
#include "exchange/encoding/utf8.h"

#include <QRegularExpression>

namespace recoupe {

namespace {

constexpr qint64 headSize = 1024; // an XML declaration is much shorter

QByteArray declaredEncoding(const QByteArray &head)
{
    static const QRegularExpression declaration(
        QStringLiteral("^\\s*<\\?xml[^>]*\\sencoding\\s*=\\s*[\"']([^\"']+)[\"']"));
    return declaration.match(QString::fromLatin1(head)).captured(1).toLatin1();
}

Result<bool> holdsUtf8BeyondAscii(ByteSource &source)
{
    Utf8Check check;
    if (const Result<> read = feedThrough(source, check); !read)
        return failureOf(read);
    return check.hasNonAscii() && check.isValid();
}

} // namespace

Result<XmlEncoding> detectXmlEncoding(ByteSource &source)
{
    const Result<QByteArray> head = readAtMost(source, headSize);
    if (!head)
        return failureOf(head);
    if (const Result<> rewound = source.rewind(); !rewound)
        return failureOf(rewound);

    XmlEncoding encoding;
    if (head->startsWith("\xFE\xFF") || head->startsWith("\xFF\xFE")) {
        encoding.forced = "UTF-16"; // whatever is declared, the mark proves it
        return encoding;
    }
    const bool hasMark = head->startsWith("\xEF\xBB\xBF");
    encoding.declared = declaredEncoding(hasMark ? head->mid(3) : *head);
    const std::string_view name(encoding.declared.constData(),
                                std::size_t(encoding.declared.size()));
    if (!isSingleByteName(name)) {
        if (hasMark)
            encoding.forced = "UTF-8";
        return encoding;
    }
    const Result<bool> isUtf8 = holdsUtf8BeyondAscii(source);
    if (!isUtf8)
        return failureOf(isUtf8);
    encoding.isMislabelled = *isUtf8;
    if (*isUtf8)
        encoding.forced = "UTF-8";
    return encoding;
}

} // namespace recoupe
