# SPDX-License-Identifier: GPL-3.0-or-later
# How a module and a test are declared. Warnings and Qt's strict definitions travel with one
# INTERFACE target; directory-wide flags are not used.

qt_standard_project_setup()
set(CMAKE_AUTOUIC OFF)
set(CMAKE_AUTORCC ON)

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

add_library(recoupe_options INTERFACE)
target_compile_features(recoupe_options INTERFACE cxx_std_20)
target_include_directories(recoupe_options INTERFACE ${CMAKE_SOURCE_DIR} ${CMAKE_SOURCE_DIR}/app)
target_compile_definitions(recoupe_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_KEYWORDS
    QT_NO_FOREACH QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_DISABLE_DEPRECATED_BEFORE=0x060400
    RECOUPE_VERSION="${PROJECT_VERSION}"
    $<$<BOOL:${RECOUPE_ASSERTIONS}>:QT_FORCE_ASSERTS>)
if(MSVC)
    target_compile_options(recoupe_options INTERFACE /W4 /permissive- /utf-8)
else()
    target_compile_options(recoupe_options INTERFACE
        -Wall -Wextra -Wpedantic -Wshadow -Wconversion)
endif()
foreach(sanitizer IN LISTS RECOUPE_SANITIZE)
    target_compile_options(recoupe_options INTERFACE
        -fsanitize=${sanitizer} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(recoupe_options INTERFACE -fsanitize=${sanitizer})
endforeach()

# recoupe_module(NAME SOURCES file... [USES module...] [LINKS target...])
# A static library recoupe_NAME. USES names modules of ours, LINKS libraries from outside.
function(recoupe_module name)
    cmake_parse_arguments(PARSE_ARGV 1 ARG "" "" "SOURCES;USES;LINKS")
    add_library(recoupe_${name} STATIC ${ARG_SOURCES})
    list(TRANSFORM ARG_USES PREPEND recoupe_)
    target_link_libraries(recoupe_${name} PUBLIC recoupe_options Qt6::Core ${ARG_USES} ${ARG_LINKS})
endfunction()

# recoupe_test(NAME SOURCES file... USES module... [LINKS target...] [GUI])
# An executable tst_NAME run by ctest as NAME. GUI tests run on the offscreen platform.
# RECOUPE_SHARED_DIR names the optional sample data beside the project; tests that want it skip
# with a sentence where it is not there.
function(recoupe_test name)
    cmake_parse_arguments(PARSE_ARGV 1 ARG "GUI" "" "SOURCES;USES;LINKS;ENVIRONMENT")
    add_executable(tst_${name} ${ARG_SOURCES})
    list(TRANSFORM ARG_USES PREPEND recoupe_)
    target_link_libraries(tst_${name} PRIVATE recoupe_options Qt6::Test ${ARG_USES} ${ARG_LINKS})
    set(top ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/..)
    cmake_path(NORMAL_PATH top)
    target_include_directories(tst_${name} PRIVATE ${top}tests)
    target_compile_definitions(tst_${name} PRIVATE
        RECOUPE_SOURCE_DIR="${top}" RECOUPE_SHARED_DIR="${top}../shared")
    add_test(NAME ${name} COMMAND tst_${name})
    set(environment LC_ALL=C.UTF-8 ${ARG_ENVIRONMENT})
    if(ARG_GUI)
        list(APPEND environment QT_QPA_PLATFORM=offscreen)
    endif()
    set_tests_properties(${name} PROPERTIES ENVIRONMENT "${environment}")
endfunction()
