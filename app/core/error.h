// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace recoupe {

//! Stable kinds of expected failure. Tests and exit codes depend on them, sentences do not.
enum class ErrorCode
{
    InvalidArgument,   //!< the caller asked for something that cannot be asked
    NotFound,          //!< no record of that name
    AmbiguousName,     //!< several records answer to that name
    Refused,           //!< a rule of the domain forbids it
    Cancelled,         //!< the operator stopped it; nothing was changed
    FileUnreadable,    //!< missing, no right to read, or the device failed
    FileUnwritable,    //!< no right to write, disk full, or the device failed
    NotTheFormat,      //!< the file is of another kind than what was expected
    MalformedFile,     //!< the right kind, but broken: truncated, not well-formed
    WrongEncoding,     //!< bytes that the declared encoding does not have
    LimitExceeded,     //!< deeper, longer or larger than any honest file
    MissingColumn,     //!< a table without a needed column
    FileChanged,       //!< another content than the one that was looked at
    NothingNew,        //!< what would be done was done already
    ServerUnreachable, //!< no answer, cut, too slow, or its own failure: to be tried again
    ServerRefused,     //!< it answers, and wants none of it: rights, address, size
    ServerUntrusted,   //!< its certificate or its key is not one that is trusted
    SecretMissing,     //!< a password that neither the keychain nor the operator gave
    DatabaseUnreachable,
    DatabaseForeign, //!< an existing file or schema that is not ours
    DatabaseDamaged,
    DatabaseNewer, //!< written by a later version of the program
    DatabaseBusy,  //!< another writer did not let go in time
    DatabaseFailed,
};

//! Place in a file; 0 and empty where it does not apply. Line and column count from 1.
struct SourcePos
{
    QString file;
    qint64 line = 0;
    qint64 column = 0;

    friend bool operator==(const SourcePos &, const SourcePos &) = default;
};

//! An expected failure: what a person reads, and what a program tests.
struct Error
{
    ErrorCode code = ErrorCode::InvalidArgument;
    QString message;     //!< French, a whole sentence that says what to do
    QString detail = {}; //!< text of the driver or the system: for the log only
    SourcePos where = {};
};

} // namespace recoupe
