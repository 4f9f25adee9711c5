# SPDX-License-Identifier: GPL-3.0-or-later
# What `cmake --install` lays out. On Unix the folders of the system, whose packages bring Qt; on
# Windows one folder that runs by itself, from wherever it is unpacked. windeployqt only runs on
# Windows: what is copied there is named here, so that a cross-build gives the same tree.
include(GNUInstallDirs)

if(NOT WIN32)
    set(document_folder ${CMAKE_INSTALL_DATADIR}/doc/recoupe)
    set(linux ${PROJECT_SOURCE_DIR}/resources/linux)
    set(icon ${PROJECT_SOURCE_DIR}/resources/icons/recoupe.svg)
    set(icons ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable)
    set_target_properties(recoupe PROPERTIES INSTALL_RPATH "") # the system's libraries, alone
    install(TARGETS recoupe RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
    install(FILES ${linux}/fr.recoupe.Recoupe.desktop
            DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
    install(FILES ${linux}/fr.recoupe.Recoupe.metainfo.xml
            DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
    install(FILES ${linux}/fr.recoupe.Recoupe.mime.xml
            DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages)
    install(FILES ${icon} DESTINATION ${icons}/apps)
    install(FILES ${icon} DESTINATION ${icons}/mimetypes RENAME application-x-recoupe.svg)
    install(FILES ${recoupe_translations} DESTINATION ${CMAKE_INSTALL_DATADIR}/recoupe/translations)
    install(FILES ${PROJECT_SOURCE_DIR}/installer/schedule/recoupe-sync.service
                  ${PROJECT_SOURCE_DIR}/installer/schedule/recoupe-sync.timer
            DESTINATION lib/systemd/user)
    install(FILES ${PROJECT_SOURCE_DIR}/README.md ${recoupe_guides}
                  ${PROJECT_SOURCE_DIR}/installer/debian/copyright
            DESTINATION ${document_folder})
    # Debian wants these compressed, and without the time of compression.
    configure_file(${PROJECT_SOURCE_DIR}/installer/debian/changelog.in
                   ${CMAKE_BINARY_DIR}/changelog.Debian @ONLY)
    install(CODE "
        set(folders [[${CMAKE_INSTALL_MANDIR}/man1]] [[${document_folder}]]
                    [[${document_folder}]])
        set(sources [[${recoupe_manual}]] [[${PROJECT_SOURCE_DIR}/CHANGELOG.md]]
                    [[${CMAKE_BINARY_DIR}/changelog.Debian]])
        set(names recoupe.1.gz changelog.gz changelog.Debian.gz)
        foreach(folder source name IN ZIP_LISTS folders sources names)
            if(source)
                set(target \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/\${folder}\")
                file(MAKE_DIRECTORY \${target})
                execute_process(COMMAND gzip -9nc \${source} OUTPUT_FILE \${target}/\${name}
                                COMMAND_ERROR_IS_FATAL ANY)
            endif()
        endforeach()")
    return()
endif()

set(documents ${PROJECT_SOURCE_DIR}/README.md ${PROJECT_SOURCE_DIR}/CHANGELOG.md)
install(TARGETS recoupe recoupew RUNTIME DESTINATION .)
install(FILES ${documents} ${recoupe_guides} DESTINATION doc)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION doc RENAME LICENSE.txt)
install(FILES ${PROJECT_SOURCE_DIR}/resources/windows/TIERS.txt
              ${PROJECT_SOURCE_DIR}/resources/windows/LGPL-3.0.txt DESTINATION doc)
install(FILES ${PROJECT_SOURCE_DIR}/installer/schedule/recoupe-sync.xml DESTINATION doc)
install(FILES ${recoupe_translations} DESTINATION translations)

find_file(recoupe_qt_french qtbase_fr.qm
    PATHS ${QT6_INSTALL_PREFIX}/${QT6_INSTALL_TRANSLATIONS} ${QT_HOST_PATH}/translations
          ${QT_HOST_PATH}/share/qt6/translations
    NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH)
recoupe_require(recoupe_qt_french qt6-translations-l10n qttranslations qt6-translations)
install(FILES ${recoupe_qt_french} DESTINATION translations)

# Folder, then the plugin; "?" before what a Qt may have been built without.
set(plugins
    platforms QWindowsIntegrationPlugin platforms QOffscreenIntegrationPlugin
    styles ?QWindowsVistaStylePlugin styles ?QModernWindowsStylePlugin
    imageformats QSvgPlugin iconengines QSvgIconPlugin imageformats ?QJpegPlugin
    sqldrivers QSQLiteDriverPlugin sqldrivers ?QPSQLDriverPlugin
    tls QSchannelBackendPlugin)
set(plugin_files "")
while(plugins)
    list(POP_FRONT plugins folder plugin)
    string(REGEX REPLACE "^\\?" "" name "${plugin}")
    if(TARGET Qt6::${name})
        install(FILES $<TARGET_FILE:Qt6::${name}> DESTINATION ${folder})
        list(APPEND plugin_files $<TARGET_FILE:Qt6::${name}>)
    elseif(name STREQUAL plugin)
        message(FATAL_ERROR "Recoupe needs Qt's plugin ${name} to be installed on Windows.")
    else()
        message(STATUS "Recoupe is installed without Qt's plugin ${name}.")
    endif()
endwhile()

# The libraries of all these, found by what each imports; those of Windows stay its own. Of MinGW's
# compiler the run-time libraries are among them, MSVC's are named by CMake.
list(TRANSFORM CMAKE_PREFIX_PATH APPEND /bin OUTPUT_VARIABLE library_folders)
list(APPEND library_folders ${QT6_INSTALL_PREFIX}/${QT6_INSTALL_BINS})
set(dependency_tool "") # MSVC: CMake finds its dumpbin
set(dependency_command "")
if(MINGW)
    set(dependency_tool objdump)
    set(dependency_command ${CMAKE_OBJDUMP})
    foreach(library IN ITEMS libstdc++-6.dll libgcc_s_seh-1.dll libwinpthread-1.dll)
        execute_process(COMMAND ${CMAKE_CXX_COMPILER} -print-file-name=${library}
                        OUTPUT_VARIABLE file OUTPUT_STRIP_TRAILING_WHITESPACE)
        cmake_path(GET file PARENT_PATH folder)
        list(APPEND library_folders ${folder})
    endforeach()
else()
    set(CMAKE_INSTALL_SYSTEM_RUNTIME_DESTINATION .)
    include(InstallRequiredSystemLibraries)
endif()
list(REMOVE_DUPLICATES library_folders)
file(GENERATE OUTPUT ${CMAKE_BINARY_DIR}/install_libraries.cmake CONTENT "
set(CMAKE_GET_RUNTIME_DEPENDENCIES_PLATFORM windows+pe)
set(CMAKE_GET_RUNTIME_DEPENDENCIES_TOOL [[${dependency_tool}]])
set(CMAKE_GET_RUNTIME_DEPENDENCIES_COMMAND [[${dependency_command}]])
file(GET_RUNTIME_DEPENDENCIES
    EXECUTABLES [[$<TARGET_FILE:recoupe>]] [[$<TARGET_FILE:recoupew>]]
    MODULES [[$<JOIN:${plugin_files},]] [[>]]
    DIRECTORIES [[$<JOIN:${library_folders},]] [[>]]
    RESOLVED_DEPENDENCIES_VAR found
    UNRESOLVED_DEPENDENCIES_VAR unknown
    PRE_EXCLUDE_REGEXES [[^api-ms-]] [[^ext-ms-]]
    POST_EXCLUDE_REGEXES [[[Ss]ystem32]])
file(INSTALL \${found} DESTINATION \"\${CMAKE_INSTALL_PREFIX}\" FOLLOW_SYMLINK_CHAIN)
message(STATUS \"Left to Windows: \${unknown}\")
")
install(SCRIPT ${CMAKE_BINARY_DIR}/install_libraries.cmake)
