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

find_package(LibXml2 QUIET)
recoupe_require(LibXml2_FOUND libxml2-dev libxml2 libxml2)

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
pkg_check_modules(xlsxwriter QUIET IMPORTED_TARGET xlsxwriter)
recoupe_require(xlsxwriter_FOUND libxlsxwriter-dev libxlsxwriter libxlsxwriter)
pkg_check_modules(harfbuzz-subset QUIET IMPORTED_TARGET harfbuzz-subset)
recoupe_require(harfbuzz-subset_FOUND libharfbuzz-dev harfbuzz harfbuzz)

# What can be done without. libcurl has to be built with libssh2, which is known when it runs.
find_package(CURL 7.85 QUIET)
if(NOT CURL_FOUND)
    message(STATUS "Recoupe without SFTP: libcurl4-openssl-dev (Debian), curl[ssh] (vcpkg) or "
                   "mingw-w64-x86_64-curl (MSYS2) was not found.")
endif()

find_package(Qt6Keychain QUIET)
if(NOT Qt6Keychain_FOUND)
    message(STATUS "Recoupe without a keychain: qtkeychain-qt6-dev (Debian), qtkeychain-qt6 (vcpkg) "
                   "or mingw-w64-x86_64-qtkeychain-qt6 (MSYS2) was not found.")
endif()

if(RECOUPE_BUILD_TESTS)
    find_package(Qt6 6.4 QUIET COMPONENTS Test)
    recoupe_require(Qt6Test_FOUND qt6-base-dev qtbase qt6-base)
endif()
