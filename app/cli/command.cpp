// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include <cstdio>

namespace recoupe {

namespace {

void write(std::FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stream);
    std::fflush(stream);
}

} // namespace

CommandContext::CommandContext(BackOffice &office, const QCommandLineParser &parser,
                               QStringList arguments)
    : m_office(office)
    , m_parser(parser)
    , m_arguments(std::move(arguments))
{
}

Result<> CommandContext::openToWrite()
{
    if (Result<> opened = m_office.open(); !opened || m_office.mayWrite())
        return opened;
    return recoupe::fail(ErrorCode::Refused, m_office.whyNotWrite());
}

void CommandContext::print(const QString &line) const
{
    write(stdout, line.toUtf8() + '\n');
}

void CommandContext::print(const QJsonDocument &document) const
{
    write(stdout, document.toJson(QJsonDocument::Indented));
}

void CommandContext::say(const QString &sentence) const
{
    write(stderr, sentence.toUtf8() + '\n');
}

ExitStatus CommandContext::fail(const Error &error) const
{
    say(error.message);
    return exitStatusOf(error.code);
}

ExitStatus CommandContext::misuse(const QString &sentence) const
{
    say(sentence);
    say(CliTr::tr("« recoupe --help » montre comment faire."));
    return ExitStatus::WrongUse;
}

} // namespace recoupe
