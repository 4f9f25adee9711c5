// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exitstatus.h"

namespace recoupe {

ExitStatus exitStatusOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NothingNew: return ExitStatus::Done;
    case ErrorCode::InvalidArgument:
    case ErrorCode::NotFound:
    case ErrorCode::AmbiguousName: return ExitStatus::WrongUse;
    case ErrorCode::Refused:
    case ErrorCode::Cancelled: return ExitStatus::DoneWithRemarks;
    case ErrorCode::FileUnreadable:
    case ErrorCode::FileUnwritable:
    case ErrorCode::NotTheFormat:
    case ErrorCode::MalformedFile:
    case ErrorCode::WrongEncoding:
    case ErrorCode::LimitExceeded:
    case ErrorCode::MissingColumn:
    case ErrorCode::FileChanged: return ExitStatus::InputUnreadable;
    case ErrorCode::ServerUnreachable:
    case ErrorCode::ServerRefused:
    case ErrorCode::ServerUntrusted:
    case ErrorCode::SecretMissing: return ExitStatus::ServerFailed;
    case ErrorCode::DatabaseUnreachable:
    case ErrorCode::DatabaseForeign:
    case ErrorCode::DatabaseDamaged:
    case ErrorCode::DatabaseNewer:
    case ErrorCode::DatabaseBusy:
    case ErrorCode::DatabaseFailed: break;
    }
    return ExitStatus::DatabaseError;
}

} // namespace recoupe
