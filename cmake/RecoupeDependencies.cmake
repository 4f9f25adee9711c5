# SPDX-License-Identifier: GPL-3.0-or-later
# Everything Recoupe needs from outside, with the name of the package that brings it where a plain
# "not found" would leave the reader guessing. Each exists in Debian 12, vcpkg and MSYS2.

function(recoupe_require what debian vcpkg msys2)
    if(NOT ${what})
        message(FATAL_ERROR "Recoupe needs ${debian} (Debian), ${vcpkg} (vcpkg) or "
                            "mingw-w64-x86_64-${msys2} (MSYS2), and did not find it.")
    endif()
endfunction()

find_package(Qt6 6.4 QUIET COMPONENTS Core Gui Network PrintSupport Sql Widgets)
recoupe_require(Qt6_FOUND qt6-base-dev qtbase qt6-base)

find_package(EXPAT QUIET)
recoupe_require(EXPAT_FOUND libexpat1-dev expat expat)

find_package(ZLIB QUIET)
recoupe_require(ZLIB_FOUND zlib1g-dev zlib zlib)

# Headers alone; the CMake and pkg-config files that come with them differ from package to package.
find_path(RAPIDJSON_INCLUDE_DIR rapidjson/reader.h)
mark_as_advanced(RAPIDJSON_INCLUDE_DIR)
recoupe_require(RAPIDJSON_INCLUDE_DIR rapidjson-dev rapidjson rapidjson)
add_library(RapidJSON::RapidJSON INTERFACE IMPORTED)
target_include_directories(RapidJSON::RapidJSON SYSTEM INTERFACE ${RAPIDJSON_INCLUDE_DIR})

find_package(tl-expected QUIET)
recoupe_require(tl-expected_FOUND libexpected-dev tl-expected tl-expected)

# libzip's own CMake file asks for the zipcmp tools, which Debian packages apart: pkg-config it is.
find_package(PkgConfig QUIET)
recoupe_require(PkgConfig_FOUND pkg-config pkgconf pkgconf)
pkg_check_modules(libzip QUIET IMPORTED_TARGET libzip)
recoupe_require(libzip_FOUND libzip-dev libzip libzip)
pkg_check_modules(harfbuzz-subset QUIET IMPORTED_TARGET harfbuzz-subset)
recoupe_require(harfbuzz-subset_FOUND libharfbuzz-dev harfbuzz harfbuzz)

# What can be done without, and what is then missing from the program. Kept in two lists for the
# summary at the end of the configuration.
set(recoupe_features "")
set(recoupe_missing "")
function(recoupe_optional found feature debian vcpkg msys2)
    if(${found})
        list(APPEND recoupe_features "${feature}")
    else()
        list(APPEND recoupe_missing
             "${feature}: ${debian} (Debian), ${vcpkg} (vcpkg), mingw-w64-x86_64-${msys2} (MSYS2)")
    endif()
    set(recoupe_features "${recoupe_features}" PARENT_SCOPE)
    set(recoupe_missing "${recoupe_missing}" PARENT_SCOPE)
endfunction()

pkg_check_modules(xlsxwriter QUIET IMPORTED_TARGET xlsxwriter)
recoupe_optional(xlsxwriter_FOUND "workbooks out (table, lists, Parcours H)"
                 libxlsxwriter-dev libxlsxwriter libxlsxwriter)

find_package(LibXml2 QUIET)
recoupe_optional(LibXml2_FOUND "judging files by LHEO's XSD" libxml2-dev libxml2 libxml2)

# It has to be built with libssh2, which is known when it runs.
find_package(CURL 7.85 QUIET)
recoupe_optional(CURL_FOUND "SFTP" libcurl4-openssl-dev "curl[ssh]" curl)

# The same that Qt's driver is linked with: Recoupe borrows the driver's connections.
pkg_check_modules(libpq QUIET IMPORTED_TARGET libpq)
recoupe_optional(libpq_FOUND "fast imports into PostgreSQL" libpq-dev libpq postgresql)

find_package(Qt6Keychain QUIET)
recoupe_optional(Qt6Keychain_FOUND "passwords in the keychain"
                 qtkeychain-qt6-dev qtkeychain-qt6 qtkeychain-qt6)

file(GLOB recoupe_languages CONFIGURE_DEPENDS
     ${PROJECT_SOURCE_DIR}/resources/translations/recoupe_*.ts)
if(recoupe_languages)
    find_package(Qt6 6.4 QUIET OPTIONAL_COMPONENTS LinguistTools)
    recoupe_optional(Qt6LinguistTools_FOUND "the languages of resources/translations"
                     "qt6-tools-dev, qt6-l10n-tools" qttools qt6-tools)
endif()

# Nothing is linked with it: its plugins draw the icons. Debian needs no more than the plugins.
if(WIN32)
    find_package(Qt6Svg QUIET)
    recoupe_require(Qt6Svg_FOUND libqt6svg6 qtsvg qt6-svg)
endif()

if(RECOUPE_BUILD_TESTS)
    find_package(Qt6 6.4 QUIET COMPONENTS Test)
    recoupe_require(Qt6Test_FOUND qt6-base-dev qtbase qt6-base)
    recoupe_require(xlsxwriter_FOUND libxlsxwriter-dev libxlsxwriter libxlsxwriter)
endif()

function(recoupe_summary)
    set(with "nothing optional")
    if(recoupe_features)
        list(JOIN recoupe_features ", " with)
    endif()
    message(STATUS "Recoupe ${PROJECT_VERSION} with: ${with}")
    foreach(line IN LISTS recoupe_missing)
        message(STATUS "Recoupe WITHOUT ${line}")
    endforeach()
endfunction()
