// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace recoupe::test {

//! The objects of a PDF file as qpdf reads them (its JSON, version 2): a reference is the string
//! "12 0 R", a name "/Name", a text "u:…". A file that qpdf cannot read fails the test.
class PdfDocument
{
public:
    explicit PdfDocument(const QString &fileName);

    [[nodiscard]] QJsonObject trailer() const { return m_trailer; }
    [[nodiscard]] QJsonObject catalog() const { return m_catalog; }
    //! References, in the order of the pages.
    [[nodiscard]] const QStringList &pages() const { return m_pages; }
    //! References of all objects.
    [[nodiscard]] QStringList objects() const { return m_objects.keys(); }

    //! What a reference leads to; any other value is itself.
    [[nodiscard]] QJsonValue resolved(const QJsonValue &value) const;
    //! A dictionary, or that of a stream, behind a reference or not.
    [[nodiscard]] QJsonObject dictionary(const QJsonValue &value) const;
    //! An array behind a reference or not; a value that is no array is its only element.
    [[nodiscard]] QJsonArray array(const QJsonValue &value) const;
    //! What a stream holds, unpacked.
    [[nodiscard]] QByteArray stream(const QJsonValue &reference) const;
    [[nodiscard]] bool isStream(const QJsonValue &reference) const;

    //! The text of a string; empty for any other value.
    [[nodiscard]] static QString text(const QJsonValue &value);

private:
    void readPages(const QJsonValue &node);

    QHash<QString, QJsonValue> m_objects;
    QHash<QString, QByteArray> m_streams;
    QJsonObject m_trailer;
    QJsonObject m_catalog;
    QStringList m_pages;
};

} // namespace recoupe::test
