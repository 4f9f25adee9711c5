// SPDX-License-Identifier: GPL-3.0-or-later
// The peer of the import: expat and the sqlite3 C API, the rows that Recoupe keeps, and nothing
// that makes it careful. bench_peerload FEED BASE
#include <expat.h>
#include <sqlite3.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <string>
#include <vector>

namespace {

using Fields = std::map<std::string, std::string, std::less<>>;

struct Loader
{
    sqlite3 *base = nullptr;
    sqlite3_stmt *insertAction = nullptr;
    sqlite3_stmt *insertSession = nullptr;
    std::string text;
    std::string extra;
    std::string source; //!< the XML of the formation or action being read
    Fields action;
    Fields lheoAction;
    Fields session;
    std::vector<Fields> sessions;
    bool inAction = false;
    bool inSession = false;
    long rows = 0;

    Fields &target() { return inSession ? session : inAction ? lheoAction : action; }
};

void check(int code, sqlite3 *base)
{
    if (code != SQLITE_OK && code != SQLITE_DONE) {
        std::fprintf(stderr, "%s\n", sqlite3_errmsg(base));
        std::exit(1);
    }
}

void insert(Loader &loader, sqlite3_stmt *statement, const std::vector<const std::string *> &values)
{
    int column = 0;
    for (const std::string *value : values)
        check(sqlite3_bind_text(statement, ++column, value->data(), int(value->size()),
                                SQLITE_STATIC),
              loader.base);
    check(sqlite3_step(statement), loader.base);
    check(sqlite3_reset(statement), loader.base);
    ++loader.rows;
}

const std::string &field(const Fields &fields, const char *name)
{
    static const std::string none;
    const auto found = fields.find(name);
    return found == fields.end() ? none : found->second;
}

void saveSessions(Loader &loader)
{
    for (const Fields &session : loader.sessions)
        insert(loader, loader.insertSession,
               {&field(loader.action, "numero"), &field(loader.lheoAction, "numero"),
                &field(session, "numero"), &field(session, "debut"), &field(session, "fin"),
                &field(session, "etat-recrutement"), &field(loader.lheoAction, "codepostal"),
                &field(loader.lheoAction, "ville"), &field(loader.lheoAction, "marche"),
                &field(loader.lheoAction, "programme"), &field(session, "nom"),
                &field(session, "numtel"), &field(session, "courriel"), &loader.source});
    loader.sessions.clear();
}

void saveAction(Loader &loader)
{
    insert(loader, loader.insertAction,
           {&field(loader.action, "numero"), &field(loader.action, "intitule-formation"),
            &field(loader.action, "objectif-formation"),
            &field(loader.action, "resultats-attendus"), &field(loader.action, "contenu-formation"),
            &field(loader.action, "SIRET"), &field(loader.action, "nom-organisme"),
            &field(loader.action, "courriel"), &loader.source});
    loader.action.clear();
}

void XMLCALL startElement(void *data, const char *name, const char **attributes)
{
    Loader &loader = *static_cast<Loader *>(data);
    const char *local = std::strrchr(name, '|');
    const std::string element = local ? local + 1 : name;
    if (element == "formation" || element == "action")
        loader.source.clear();
    loader.inAction = loader.inAction || element == "action";
    loader.inSession = loader.inSession || element == "session";
    loader.source += '<' + element;
    for (int i = 0; attributes[i]; i += 2) {
        loader.source += std::string(" ") + attributes[i] + "=\"" + attributes[i + 1] + '"';
        if (std::strcmp(attributes[i], "numero") == 0)
            loader.target()["numero"] = attributes[i + 1];
        if (std::strcmp(attributes[i], "info") == 0)
            loader.extra = attributes[i + 1];
    }
    loader.source += '>';
    loader.text.clear();
}

void XMLCALL endElement(void *data, const char *name)
{
    Loader &loader = *static_cast<Loader *>(data);
    const char *local = std::strrchr(name, '|');
    const std::string element = local ? local + 1 : name;
    loader.source += loader.text + "</" + element + '>';
    if (element == "session") {
        loader.inSession = false;
        loader.sessions.push_back(std::move(loader.session));
        loader.session.clear();
    } else if (element == "action") {
        loader.inAction = false;
        saveSessions(loader);
        loader.lheoAction.clear();
    } else if (element == "formation") {
        saveAction(loader);
    } else if (element == "extra") {
        loader.lheoAction[loader.extra == "programme-financeur" ? "programme" : "marche"] =
            loader.text;
    } else if (!loader.text.empty()) {
        loader.target()[element] = loader.text;
    }
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

void open(Loader &loader, const char *file)
{
    check(sqlite3_open(file, &loader.base), loader.base);
    run(loader.base, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                     "CREATE TABLE action (numero TEXT PRIMARY KEY, title TEXT, objective TEXT,"
                     " results TEXT, content TEXT, siret TEXT, name TEXT, mail TEXT, source TEXT);"
                     "CREATE TABLE session (formation TEXT, action TEXT, numero TEXT, start TEXT,"
                     " finish TEXT, recruitment TEXT, postal TEXT, city TEXT, market TEXT,"
                     " scheme TEXT, contact TEXT, telephone TEXT, mail TEXT, source TEXT,"
                     " PRIMARY KEY (formation, action, numero)); BEGIN");
    check(sqlite3_prepare_v2(loader.base, "INSERT INTO action VALUES (?,?,?,?,?,?,?,?,?)", -1,
                             &loader.insertAction, nullptr),
          loader.base);
    check(sqlite3_prepare_v2(loader.base,
                             "INSERT INTO session VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)", -1,
                             &loader.insertSession, nullptr),
          loader.base);
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
    XML_Parser parser = XML_ParserCreateNS(nullptr, '|');
    XML_SetUserData(parser, &loader);
    XML_SetElementHandler(parser, startElement, endElement);
    XML_SetCharacterDataHandler(parser, characters);
    std::array<char, 65536> block;
    for (bool last = false; !last;) {
        const std::size_t read = std::fread(block.data(), 1, block.size(), feed);
        last = read < block.size();
        if (XML_Parse(parser, block.data(), int(read), last) != XML_STATUS_OK)
            return 1;
    }
    XML_ParserFree(parser);
    std::fclose(feed);
    run(loader.base, "COMMIT");
    std::printf("%ld rows\n", loader.rows);
    sqlite3_finalize(loader.insertAction);
    sqlite3_finalize(loader.insertSession);
    sqlite3_close(loader.base);
    return 0;
}
