// SPDX-License-Identifier: GPL-3.0-or-later
// recoupe-generate --seed N --sessions N --defect-rate R [--defects a,b,c] --output DIR
#include "support/generator/generator.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QTextStream>

using namespace recoupe;

namespace {

constexpr int wrongUse = 2;
constexpr int unwritable = 3;

std::optional<GeneratorOptions> optionsFrom(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({
        {QStringLiteral("seed"), QStringLiteral("Same seed, same bytes."), QStringLiteral("N"),
         QStringLiteral("1")},
        {QStringLiteral("sessions"), QStringLiteral("Sessions in the feed."), QStringLiteral("N"),
         QStringLiteral("2000")},
        {QStringLiteral("defect-rate"), QStringLiteral("Share of them with a defect."),
         QStringLiteral("R"), QStringLiteral("0.2")},
        {QStringLiteral("defects"), QStringLiteral("Which defects, by name; all by default."),
         QStringLiteral("a,b,c")},
        {QStringLiteral("today"), QStringLiteral("The day of the feed."),
         QStringLiteral("AAAA-MM-JJ"), QStringLiteral("2026-11-23")},
        {QStringLiteral("next-day"), QStringLiteral("Write the feed of the next day too.")},
        {QStringLiteral("output"), QStringLiteral("The folder to write to."),
         QStringLiteral("DIR")},
    });
    parser.process(arguments);
    GeneratorOptions options;
    bool hasSeed = false;
    bool hasSessions = false;
    bool hasRate = false;
    options.seed = parser.value(QStringLiteral("seed")).toULongLong(&hasSeed);
    options.sessions = parser.value(QStringLiteral("sessions")).toLongLong(&hasSessions);
    options.defectRate = parser.value(QStringLiteral("defect-rate")).toDouble(&hasRate);
    options.defects = parser.value(QStringLiteral("defects")).split(u',', Qt::SkipEmptyParts);
    options.today = QDate::fromString(parser.value(QStringLiteral("today")), Qt::ISODate);
    options.withNextDay = parser.isSet(QStringLiteral("next-day"));
    options.folder = parser.value(QStringLiteral("output"));
    if (!hasSeed || !hasSessions || !hasRate || !options.today.isValid() ||
        options.folder.isEmpty())
        return std::nullopt;
    return options;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QTextStream errors(stderr);
    const std::optional<GeneratorOptions> options = optionsFrom(QCoreApplication::arguments());
    if (!options) {
        errors << "recoupe-generate --seed N --sessions N --defect-rate R [--defects a,b,c] "
                  "[--next-day] --output DIR\n";
        return wrongUse;
    }
    QDir().mkpath(options->folder);
    const Result<GeneratedFiles> files = generate(*options);
    if (!files) {
        errors << files.error().message << '\n';
        return files.error().code == ErrorCode::InvalidArgument ? wrongUse : unwritable;
    }
    return 0;
}
