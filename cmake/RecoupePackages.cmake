# SPDX-License-Identifier: GPL-3.0-or-later
# The packages that CPack makes of the installed tree: a .deb on Debian; on Windows an installer and
# an archive that runs where it is unpacked.
set(CPACK_PACKAGE_NAME recoupe)
set(CPACK_PACKAGE_VENDOR "Recoupe maintainers")
set(CPACK_PACKAGE_CONTACT "Recoupe maintainers <maintainers@recoupe.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "cross-check training offers with award notifications")
set(CPACK_PACKAGE_DESCRIPTION "Recoupe is the back office of a French regional centre for training
information (Carif-Oref). It takes in what training organisations entered on
the portal (LHEO) and what funders notified, says where they differ and why,
and prints the fortnightly table of collective training.")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_BINARY_DIR}/packages)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGE_CHECKSUM SHA256)

if(WIN32)
    set(CPACK_GENERATOR External ZIP)
    set(CPACK_PACKAGE_FILE_NAME recoupe-${PROJECT_VERSION}-windows-x64)
    # CPack's own NSIS template knows no installation without rights: the script is ours.
    set(CPACK_EXTERNAL_ENABLE_STAGING ON)
    set(CPACK_EXTERNAL_PACKAGE_SCRIPT ${PROJECT_SOURCE_DIR}/cmake/RecoupeNsis.cmake)
else()
    set(CPACK_GENERATOR DEB)
    set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
    set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
    set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
    set(CPACK_DEBIAN_PACKAGE_SECTION database)
    set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
    # Beside the libraries, what is loaded when it runs: Qt's SQLite and SVG plugins, its French,
    # and the fonts that the table is laid out in.
    set(CPACK_DEBIAN_PACKAGE_DEPENDS
        "libqt6sql6-sqlite, libqt6svg6, qt6-translations-l10n, fonts-liberation")
    set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "libqt6sql6-psql, gnome-keyring | kwalletmanager")
    set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
endif()
include(CPack)
