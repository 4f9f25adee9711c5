// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/xml/xmlbytes.h"

#include "exchange/encoding/bytesource.h"
#include "exchange/xml/xmlownreader.h"

#include <algorithm>
#include <cstring>

namespace recoupe {

namespace {

class MemorySource final : public ByteSource
{
public:
    MemorySource(const QByteArray &bytes, const QString &name)
        : ByteSource(name)
        , m_bytes(bytes)
    {
    }

    Result<qint64> read(char *into, qint64 size) override
    {
        const qint64 count = std::min<qint64>(size, m_bytes.size() - m_position);
        if (count > 0)
            std::memcpy(into, m_bytes.constData() + m_position, std::size_t(count));
        m_position += count;
        return count;
    }
    Result<> rewind() override
    {
        m_position = 0;
        return {};
    }
    qint64 position() const override { return m_position; }
    qint64 size() const override { return m_bytes.size(); }

private:
    const QByteArray &m_bytes;
    qint64 m_position = 0;
};

class TreeFiller final : public XmlHandler
{
public:
    explicit TreeFiller(XmlTree &tree)
        : m_tree(tree)
    {
    }

    Result<> startElement(const XmlStart &element) override
    {
        m_tree.open(element);
        return {};
    }
    Result<> endElement(std::string_view) override
    {
        m_tree.close();
        return {};
    }
    Result<> text(std::string_view text) override
    {
        m_tree.addText(text);
        return {};
    }

private:
    XmlTree &m_tree;
};

} // namespace

Result<> readXmlBytes(const QByteArray &bytes, const QString &name, XmlTree &tree)
{
    if (readOwnXml({bytes.constData(), std::size_t(bytes.size())}, tree))
        return {};
    tree.clear();
    MemorySource source(bytes, name);
    TreeFiller filler(tree);
    return readXml(source, filler);
}

} // namespace recoupe
