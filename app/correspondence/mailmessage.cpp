// SPDX-License-Identifier: GPL-3.0-or-later
// Written by hand: the libraries that do it are either not in Debian 12 for Qt 6 (KMime), not in
// vcpkg (VMime), or bring GLib (GMime) or Boost and OpenSSL (mailio) for the sixty lines below.
#include "correspondence/mailmessage.h"

#include "core/oneline.h"
#include "core/textfolding.h"
#include "correspondence/lettertr.h"
#include "domain/mailaddress.h"

#include <QLocale>
#include <QUuid>

#include <algorithm>

namespace recoupe {

namespace {

constexpr char lineEnd[] = "\r\n";
//! X-Unsent: opened, not sent, by Outlook.
constexpr char draftHeaders[] = "X-Unsent: 1\r\n"
                                "MIME-Version: 1.0\r\n";
//! RFC 2047: a line with encoded words has at most 76 characters.
constexpr qsizetype longestLine = 76;
//! In base64, with "=?UTF-8?B??=" around it and a name of a header before it, these fit a line.
constexpr qsizetype encodedWordBytes = 39;
//! Of a body in base64: 57 bytes are 76 characters.
constexpr qsizetype bodyLineBytes = 57;

bool isPlainAscii(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c >= u' ' && c <= u'~'; });
}

//! The UTF-8 of the text in pieces that end between characters (RFC 2047, section 5).
QList<QByteArray> wholeCharacters(const QString &text)
{
    QList<QByteArray> pieces(1);
    for (const char32_t character : text.toUcs4()) {
        const QByteArray bytes = QString::fromUcs4(&character, 1).toUtf8();
        if (pieces.last().size() + bytes.size() > encodedWordBytes)
            pieces.append(QByteArray());
        pieces.last() += bytes;
    }
    return pieces;
}

QByteArray encodedWords(const QString &text)
{
    QByteArrayList words;
    for (const QByteArray &piece : wholeCharacters(text))
        words << "=?UTF-8?B?" + piece.toBase64() + "?=";
    return words.join(QByteArray(lineEnd) + ' ');
}

//! "Subject: Bonjour"; encoded where it is not ASCII, does not fit a line, or looks encoded.
QByteArray header(const QByteArray &name, const QString &value)
{
    const QString text = onOneLine(value);
    const bool isPlain = isPlainAscii(text) && !text.contains(QLatin1String("=?")) &&
                         name.size() + 2 + text.size() <= longestLine;
    return name + ": " + (isPlain ? text.toLatin1() : encodedWords(text)) + lineEnd;
}

//! A display name: as it is where it has letters, digits and spaces only, else encoded.
QByteArray phrase(const QString &name)
{
    const bool isPlain = name.size() <= longestLine / 2 && isPlainAscii(name) &&
                         std::ranges::all_of(name, [](QChar c) {
                             return c.isLetterOrNumber() || c == u' ' || c == u'-';
                         });
    return isPlain ? name.toLatin1() : encodedWords(name);
}

QString textDefect(const QString &subject, const QString &body)
{
    if (onOneLine(subject).isEmpty())
        return LetterTr::tr("Donner un objet au message.");
    return body.trimmed().isEmpty() ? LetterTr::tr("Le message est vide.") : QString();
}

QByteArray recipientHeader(const Letter &letter)
{
    const QString address = letter.address.trimmed();
    if (address.isEmpty())
        return {};
    const QByteArray name = phrase(onOneLine(letter.recipientName));
    const QByteArray mailbox = '<' + asciiMailAddress(address) + '>';
    return "To: " + (name.isEmpty() ? mailbox : name + lineEnd + ' ' + mailbox) + lineEnd;
}

//! In base64, cut into lines.
QByteArray encodedBytes(const QByteArray &bytes)
{
    constexpr qsizetype encodedLine = longestLine + qsizetype(sizeof lineEnd) - 1;
    QByteArray encoded;
    encoded.reserve((bytes.size() / bodyLineBytes + 1) * encodedLine);
    for (qsizetype start = 0; start < bytes.size(); start += bodyLineBytes)
        encoded += bytes.mid(start, bodyLineBytes).toBase64() + lineEnd;
    return encoded;
}

//! The text with the headers that say how it is written.
QByteArray textPart(const QString &body)
{
    QString text = body;
    text.replace(QLatin1String("\r\n"), QLatin1String("\n")).replace(u'\r', u'\n');
    return "Content-Type: text/plain; charset=utf-8\r\n"
           "Content-Transfer-Encoding: base64\r\n"
           "\r\n" +
           encodedBytes(text.replace(u'\n', QLatin1String(lineEnd)).toUtf8());
}

//! "filename=a.pdf" on a line of its own. Encoded, over several lines, where it is not plain ASCII
//! (RFC 2231, sections 3 and 4): some programs do not read that, so a plain one may be a bit longer
//! than lines should be.
QByteArray fileNameParameter(const QString &fileName)
{
    constexpr qsizetype longestPlain = 200;
    constexpr qsizetype longestValue = 50; // with the name of the parameter, a line at most
    const QString name = onOneLine(fileName);
    const bool isPlain = name.size() <= longestPlain && isPlainAscii(name) &&
                         !name.contains(u'"') && !name.contains(u'\\');
    if (isPlain)
        return ";\r\n filename=\"" + name.toLatin1() + '"';
    QByteArray parameter;
    QByteArray value = "UTF-8''";
    int section = 0;
    const auto flush = [&] {
        parameter += ";\r\n filename*" + QByteArray::number(section++) + "*=" + value;
        value.clear();
    };
    for (const char32_t character : name.toUcs4()) { // some programs decode each section by itself
        const QByteArray encoded = QString::fromUcs4(&character, 1).toUtf8().toPercentEncoding();
        if (value.size() + encoded.size() > longestValue)
            flush();
        value += encoded;
    }
    flush();
    return parameter;
}

QByteArray attachmentPart(const MailAttachment &attachment)
{
    return "Content-Type: " + attachment.mediaType + lineEnd +
           "Content-Transfer-Encoding: base64\r\n"
           "Content-Disposition: attachment" +
           fileNameParameter(attachment.name) + lineEnd + lineEnd +
           encodedBytes(attachment.content);
}

QByteArray blindCopies(const QStringList &addresses)
{
    QByteArrayList mailboxes;
    for (const QString &address : addresses)
        mailboxes << '<' + asciiMailAddress(address) + '>';
    return "Bcc: " + mailboxes.join(QByteArray(",") + lineEnd + ' ') + lineEnd;
}

//! The names of days and months are English in every message (RFC 5322, section 3.3).
QByteArray dateHeader(const QDateTime &moment)
{
    const QString text =
        QLocale::c().toString(moment.toUTC(), QStringLiteral("ddd, d MMM yyyy HH:mm:ss"));
    return "Date: " + text.toLatin1() + " +0000" + lineEnd;
}

QByteArray messageIdHeader()
{
    return "Message-ID: <" + QUuid::createUuid().toByteArray(QUuid::WithoutBraces) +
           "@recoupe.invalid>" + lineEnd;
}

QString inUrl(const QString &text)
{
    QString lines = text;
    lines.replace(u'\n', QLatin1String("\r\n"));
    return QString::fromLatin1(QUrl::toPercentEncoding(lines));
}

} // namespace

QString letterDefect(const Letter &letter)
{
    const QString address = letter.address.trimmed();
    if (!address.isEmpty() && !isWellFormedEmail(address))
        return LetterTr::tr("« %1 » n'est pas une adresse : l'écrire comme nom@organisme.fr.")
            .arg(onOneLine(address));
    return textDefect(letter.subject, letter.body);
}

QByteArray mailMessage(const Letter &letter, const QDateTime &writtenAt)
{
    Q_ASSERT(letterDefect(letter).isEmpty());
    return dateHeader(writtenAt) + messageIdHeader() + recipientHeader(letter) +
           header("Subject", letter.subject) + draftHeaders + textPart(letter.body);
}

QString bulkMessageDefect(const BulkMessage &message)
{
    if (message.addresses.isEmpty())
        return LetterTr::tr("Le message n'est adressé à personne.");
    const auto wrong = std::ranges::find_if_not(message.addresses, isWellFormedEmail);
    if (wrong != message.addresses.end())
        return LetterTr::tr("« %1 » n'est pas une adresse comme nom@structure.fr : la corriger "
                            "dans la liste des destinataires.")
            .arg(onOneLine(*wrong));
    return textDefect(message.subject, message.body);
}

QByteArray mailMessage(const BulkMessage &message, const QDateTime &writtenAt)
{
    Q_ASSERT(bulkMessageDefect(message).isEmpty());
    // No line of base64 begins with a hyphen, so none is taken for it.
    static const QByteArray boundary = "=_recoupe_part";
    const QByteArray separator = "--" + boundary + lineEnd;
    QByteArray mail = dateHeader(writtenAt) + messageIdHeader() + blindCopies(message.addresses) +
                      header("Subject", message.subject) + draftHeaders +
                      "Content-Type: multipart/mixed; boundary=\"" + boundary + '"' + lineEnd +
                      lineEnd + separator + textPart(message.body);
    for (const MailAttachment &attachment : message.attachments)
        mail += separator + attachmentPart(attachment);
    return mail + "--" + boundary + "--" + lineEnd;
}

QUrl mailtoUrl(const Letter &letter)
{
    const QString address = QString::fromLatin1(
        QUrl::toPercentEncoding(letter.address.trimmed(), QByteArrayLiteral("@")));
    return QUrl(QStringLiteral("mailto:%1?subject=").arg(address) +
                    inUrl(onOneLine(letter.subject)) + QLatin1String("&body=") + inUrl(letter.body),
                QUrl::StrictMode);
}

QString mailFileName(const Letter &letter)
{
    constexpr qsizetype longestName = 60;
    QString name;
    for (const QChar c : folded(letter.recipientName).left(longestName)) {
        const bool isKept = (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
        if (isKept)
            name += c;
        else if (!name.isEmpty() && !name.endsWith(u'-'))
            name += u'-';
    }
    if (name.endsWith(u'-'))
        name.chop(1);
    const QString kind = letter.kind == LetterKind::Correction ? QStringLiteral("correction")
                                                               : QStringLiteral("relance");
    return name.isEmpty() ? kind + QLatin1String(".eml")
                          : QStringLiteral("%1-%2.eml").arg(kind, name);
}

} // namespace recoupe
