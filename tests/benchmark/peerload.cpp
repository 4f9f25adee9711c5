// SPDX-License-Identifier: GPL-3.0-or-later
// The peer of the import: expat and the sqlite3 C API, the texts that Recoupe keeps of a formation
// and of a session with their XML, and nothing that makes it careful. bench_peerload FEED BASE
#include <expat.h>
#include <sqlite3.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace {

enum Level : std::size_t
{
    Formation,
    Action,
    Session,
    LevelCount
};

enum FormationColumn : std::size_t
{
    Numero, // of every level
    Title,
    Objective,
    Results,
    Content,
    Siret,
    Name,
    FormationMail,
};
enum ActionColumn : std::size_t
{
    PostalCode = 1,
    City,
    Market,
    Scheme,
    Places,
    Hours,
    Rhythm,
};
enum SessionColumn : std::size_t
{
    Start = 1,
    Finish,
    Recruitment,
    Contact,
    Telephone,
    Mail,
};
constexpr std::size_t columnCount = 8;

//! Where a text stands: its element, and the end of the path above it.
struct Rule
{
    std::string_view element;
    std::string_view under;
    Level level;
    std::size_t column;
};

constexpr std::array rules{
    Rule{"intitule-formation", "", Formation, Title},
    Rule{"objectif-formation", "", Formation, Objective},
    Rule{"resultats-attendus", "", Formation, Results},
    Rule{"contenu-formation", "", Formation, Content},
    Rule{"SIRET", "/SIRET-organisme-formation", Formation, Siret},
    Rule{"nom-organisme", "/organisme-formation-responsable", Formation, Name},
    Rule{"courriel", "/contact-formation/coordonnees", Formation, FormationMail},
    Rule{"codepostal", "/lieu-de-formation/coordonnees/adresse", Action, PostalCode},
    Rule{"ville", "/lieu-de-formation/coordonnees/adresse", Action, City},
    Rule{"extra=ref-action-marche-financeur", "/extras=specificites", Action, Market},
    Rule{"extra=programme-financeur", "/extras=specificites", Action, Scheme},
    Rule{"nb-places-financees", "/organisme-financeur", Action, Places},
    Rule{"nombre-heures-total", "/action", Action, Hours},
    Rule{"rythme-formation", "/action", Action, Rhythm},
    Rule{"debut", "/session/periode", Session, Start},
    Rule{"fin", "/session/periode", Session, Finish},
    Rule{"etat-recrutement", "/session", Session, Recruitment},
    Rule{"nom", "/contact-session/coordonnees", Session, Contact},
    Rule{"numtel", "/contact-session/coordonnees/telfixe", Session, Telephone},
    Rule{"courriel", "/contact-session/coordonnees", Session, Mail},
};

struct Record
{
    std::array<std::string, columnCount> columns;
    std::string source; //!< its XML, without the records in it

    void clear()
    {
        for (std::string &column : columns)
            column.clear();
        source.clear();
    }
};

struct Loader
{
    sqlite3 *base = nullptr;
    sqlite3_stmt *insertFormation = nullptr;
    sqlite3_stmt *insertSession = nullptr;
    std::string path; //!< of the open elements: "/lheo/offres/formation"
    std::string text;
    std::array<Record, LevelCount> records;
    std::vector<Record> sessions; //!< of the action being read
    Level level = Formation;
    long rows = 0;
};

void check(int code, sqlite3 *base)
{
    if (code != SQLITE_OK && code != SQLITE_DONE) {
        std::fprintf(stderr, "%s\n", sqlite3_errmsg(base));
        std::exit(1);
    }
}

void bind(Loader &loader, sqlite3_stmt *statement, int &column, const std::string &value)
{
    check(sqlite3_bind_text(statement, ++column, value.data(), int(value.size()), SQLITE_STATIC),
          loader.base);
}

void insert(Loader &loader, sqlite3_stmt *statement)
{
    check(sqlite3_step(statement), loader.base);
    check(sqlite3_reset(statement), loader.base);
    ++loader.rows;
}

void saveSessions(Loader &loader)
{
    const Record &action = loader.records[Action];
    for (const Record &session : loader.sessions) {
        int column = 0;
        bind(loader, loader.insertSession, column, loader.records[Formation].columns[Numero]);
        for (const std::string &value : action.columns)
            bind(loader, loader.insertSession, column, value);
        for (std::size_t i = 0; i <= Mail; ++i)
            bind(loader, loader.insertSession, column, session.columns[i]);
        const std::string source = action.source + session.source;
        bind(loader, loader.insertSession, column, source);
        insert(loader, loader.insertSession);
    }
    loader.sessions.clear();
}

void saveFormation(Loader &loader)
{
    int column = 0;
    for (const std::string &value : loader.records[Formation].columns)
        bind(loader, loader.insertFormation, column, value);
    bind(loader, loader.insertFormation, column, loader.records[Formation].source);
    insert(loader, loader.insertFormation);
}

std::string_view localName(const char *name)
{
    const char *separator = std::strrchr(name, '|');
    return separator ? separator + 1 : name;
}

void enter(Loader &loader, Level level)
{
    loader.level = level;
    loader.records[level].clear();
}

void XMLCALL startElement(void *data, const char *name, const char **attributes)
{
    Loader &loader = *static_cast<Loader *>(data);
    const std::string_view element = localName(name);
    if (element == "formation")
        enter(loader, Formation);
    else if (element == "action")
        enter(loader, Action);
    else if (element == "session")
        enter(loader, Session);
    Record &record = loader.records[loader.level];
    loader.path.append("/").append(element);
    record.source.append("<").append(element);
    for (int i = 0; attributes[i]; i += 2) {
        record.source.append(" ").append(attributes[i]).append("=\"");
        record.source.append(attributes[i + 1]).append("\"");
        if (std::strcmp(attributes[i], "numero") == 0)
            record.columns[Numero] = attributes[i + 1];
        if (std::strcmp(attributes[i], "info") == 0)
            loader.path.append("=").append(attributes[i + 1]);
    }
    record.source.append(">");
    loader.text.clear();
}

void take(Loader &loader, std::string_view element, std::string_view above)
{
    for (const Rule &rule : rules) {
        std::string &column = loader.records[rule.level].columns[rule.column];
        if (element == rule.element && above.ends_with(rule.under) && column.empty())
            column = loader.text;
    }
}

void leave(Loader &loader, std::string_view element)
{
    if (element == "session") {
        loader.sessions.push_back(loader.records[Session]);
        loader.level = Action;
    } else if (element == "action") {
        saveSessions(loader);
        loader.level = Formation;
    } else if (element == "formation") {
        saveFormation(loader);
    }
}

void XMLCALL endElement(void *data, const char *name)
{
    Loader &loader = *static_cast<Loader *>(data);
    const std::string_view element = localName(name);
    std::string &source = loader.records[loader.level].source;
    source.append(loader.text).append("</").append(element).append(">");
    const std::size_t slash = loader.path.rfind('/');
    const std::string_view path = loader.path;
    if (!loader.text.empty())
        take(loader, path.substr(slash + 1), path.substr(0, slash));
    leave(loader, element);
    loader.path.resize(slash);
    loader.text.clear();
}

void XMLCALL characters(void *data, const char *text, int length)
{
    static_cast<Loader *>(data)->text.append(text, std::size_t(length));
}

void run(sqlite3 *base, const char *sql)
{
    check(sqlite3_exec(base, sql, nullptr, nullptr, nullptr), base);
}

void prepare(sqlite3 *base, const char *sql, sqlite3_stmt **statement)
{
    check(sqlite3_prepare_v2(base, sql, -1, statement, nullptr), base);
}

void open(Loader &loader, const char *file)
{
    check(sqlite3_open(file, &loader.base), loader.base);
    run(loader.base,
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
        "CREATE TABLE formation (numero TEXT PRIMARY KEY, title TEXT, objective TEXT,"
        " results TEXT, content TEXT, siret TEXT, name TEXT, mail TEXT, source TEXT);"
        "CREATE TABLE session (formation TEXT, action TEXT, postal TEXT, city TEXT, market TEXT,"
        " scheme TEXT, places TEXT, hours TEXT, rhythm TEXT, numero TEXT, start TEXT, finish TEXT,"
        " recruitment TEXT, contact TEXT, telephone TEXT, mail TEXT, source TEXT,"
        " PRIMARY KEY (formation, action, numero)); BEGIN");
    prepare(loader.base, "INSERT INTO formation VALUES (?,?,?,?,?,?,?,?,?)",
            &loader.insertFormation);
    prepare(loader.base, "INSERT INTO session VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
            &loader.insertSession);
}

bool parse(Loader &loader, std::FILE *feed)
{
    XML_Parser parser = XML_ParserCreateNS(nullptr, '|');
    XML_SetUserData(parser, &loader);
    XML_SetElementHandler(parser, startElement, endElement);
    XML_SetCharacterDataHandler(parser, characters);
    std::array<char, 65536> block;
    bool parsed = true;
    for (bool last = false; !last && parsed;) {
        const std::size_t read = std::fread(block.data(), 1, block.size(), feed);
        last = read < block.size();
        parsed = XML_Parse(parser, block.data(), int(read), last) == XML_STATUS_OK;
    }
    XML_ParserFree(parser);
    return parsed;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3)
        return 2;
    std::FILE *feed = std::fopen(argv[1], "rb");
    if (!feed)
        return 3;
    Loader loader;
    open(loader, argv[2]);
    const bool parsed = parse(loader, feed);
    std::fclose(feed);
    run(loader.base, "COMMIT");
    std::printf("%ld rows\n", loader.rows);
    sqlite3_finalize(loader.insertFormation);
    sqlite3_finalize(loader.insertSession);
    sqlite3_close(loader.base);
    return parsed ? 0 : 1;
}
