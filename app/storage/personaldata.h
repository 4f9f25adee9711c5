// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <span>

//! Where data of persons stand in the base.
namespace recoupe {

//! How a column says something.
enum class PersonalForm
{
    Text,
    Json, //!< contacts, organisations, editions…: texts at any depth
    Xml   //!< a record as it came from the portal
};

struct PersonalColumn
{
    const char *name;
    PersonalForm form;
};

//! What can be done where a person is found.
enum class PersonalRemedy
{
    Change, //!< ours: the value without the person takes its place
    Remove, //!< the row is about the person and goes
    Event,  //!< of the trail: its texts are emptied, and the chain still holds
    Keep    //!< cannot be changed here; whoever erases is told
};

struct PersonalTable
{
    const char *name;
    const char *key;     //!< columns, between ", "
    const char *subject; //!< SQL expression: which offer the row is about; '' for none
    PersonalRemedy remedy;
    std::span<const PersonalColumn> columns;

    [[nodiscard]] QStringList keyColumns() const;
};

[[nodiscard]] std::span<const PersonalTable> personalTables();

//! A column of text or bytes that holds no data of persons, as "table.column": tokens, numbers of
//! offers, codes, digests, addresses of servers and folders. A test holds this list and
//! personalTables() against the schema.
[[nodiscard]] QStringList impersonalColumns();

} // namespace recoupe
