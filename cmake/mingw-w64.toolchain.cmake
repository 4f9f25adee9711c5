# SPDX-License-Identifier: GPL-3.0-or-later
# Builds for Windows with Debian's g++-mingw-w64-x86-64-posix, whose threads std::mutex and
# std::call_once need. The Qt for Windows, built with a MinGW-w64 of the same kind (UCRT or MSVCRT),
# and the other libraries are named on the command line, the tools of the same Qt for this machine too:
#   cmake --preset windows-cross -DCMAKE_PREFIX_PATH="/opt/qt-windows;/opt/libraries-windows" \
#         -DQT_HOST_PATH=/usr -DQT_HOST_PATH_CMAKE_DIR=/usr/lib/x86_64-linux-gnu/cmake
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(triplet x86_64-w64-mingw32)
set(CMAKE_C_COMPILER ${triplet}-gcc-posix)
set(CMAKE_CXX_COMPILER ${triplet}-g++-posix)
set(CMAKE_RC_COMPILER ${triplet}-windres)
set(CMAKE_OBJDUMP /usr/bin/${triplet}-objdump)

list(APPEND CMAKE_FIND_ROOT_PATH ${CMAKE_PREFIX_PATH} /usr/${triplet})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)

# The .pc files of those libraries alone: the machine's own are for the machine.
list(TRANSFORM CMAKE_FIND_ROOT_PATH APPEND /lib/pkgconfig OUTPUT_VARIABLE folders)
list(JOIN folders ":" folders)
set(ENV{PKG_CONFIG_LIBDIR} "${folders}")
