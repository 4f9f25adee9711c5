# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the installer of a staged tree, by makensis of Windows or of Debian (package nsis). Run by
# CPack's External generator, or by hand and in installer/windows/prove:
#   cmake -DTREE=... -DVERSION=... -DOUTPUT=... -P cmake/RecoupeNsis.cmake
cmake_minimum_required(VERSION 3.25)
if(CPACK_TEMPORARY_INSTALL_DIRECTORY)
    set(TREE ${CPACK_TEMPORARY_INSTALL_DIRECTORY})
    set(VERSION ${CPACK_PACKAGE_VERSION})
    set(OUTPUT ${CPACK_PACKAGE_DIRECTORY}/${CPACK_PACKAGE_FILE_NAME}.exe)
    set(CPACK_EXTERNAL_BUILT_PACKAGES ${OUTPUT})
endif()
cmake_path(GET CMAKE_CURRENT_LIST_DIR PARENT_PATH project)

# The uninstaller removes what was installed, name by name, and folders that this leaves empty:
# whatever else somebody keeps there stays.
file(GLOB_RECURSE entries LIST_DIRECTORIES true RELATIVE ${TREE} ${TREE}/*)
list(SORT entries ORDER DESCENDING) # a folder after what it holds
set(commands "")
foreach(entry IN LISTS entries)
    set(command Delete)
    if(IS_DIRECTORY ${TREE}/${entry})
        set(command RMDir)
    endif()
    string(REPLACE "/" "\\" entry "${entry}")
    string(REPLACE "$" "$$" entry "${entry}")
    string(APPEND commands "${command} \"$INSTDIR\\${entry}\"\n")
endforeach()
cmake_path(GET OUTPUT PARENT_PATH folder)
file(MAKE_DIRECTORY ${folder})
file(WRITE ${OUTPUT}.nsh "${commands}")

find_program(makensis makensis PATHS "$ENV{ProgramFiles\(x86\)}/NSIS" REQUIRED)
if(STUB)
    set(stub -DSTUB=${STUB})
endif()
execute_process(
    COMMAND ${makensis} ${stub} -V2 -WX -INPUTCHARSET UTF8 -DVERSION=${VERSION} -DTREE=${TREE}
            -DFILES=${OUTPUT}.nsh
            -DICON=${project}/resources/icons/recoupe.ico -DOUTPUT=${OUTPUT}
            ${project}/installer/windows/recoupe.nsi
    COMMAND_ERROR_IS_FATAL ANY)
file(REMOVE ${OUTPUT}.nsh)
