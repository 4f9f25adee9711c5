; SPDX-License-Identifier: GPL-3.0-or-later
; The installer for Windows. For one's own account, without any right, or with /AllUsers, from an
; account that has it, for the whole workstation:
;   recoupe-VERSION-windows-x64.exe [/S] [/AllUsers] [/NoAssociation] [/D=FOLDER]
; /S asks nothing; the exit status is 0, 1 (given up), 2 (failed: in use, Windows too old) or
; 740 (rights are missing). An older version is replaced in place. Bases and settings are elsewhere,
; and neither installer nor uninstaller touches them: only files that were installed are removed.
; Given by the caller: VERSION, TREE (what cmake --install made), FILES (commands that remove just
; that), ICON, OUTPUT.
!ifdef STUB ; e.g. amd64-unicode, which Debian has and Wine runs without 32 bits
    Target ${STUB}
!endif
Unicode true
ManifestDPIAware true
SetCompressor /SOLID lzma

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include x64.nsh

!define NAME "Recoupe"
!define PROGRAM "recoupew.exe"
!define KEY "Software\Recoupe"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Recoupe"
!define CLASSES "Software\Classes"
!define FILE_CLASS "Recoupe.Base"
!define FAILED 2
!define RIGHTS_MISSING 740 ; ERROR_ELEVATION_REQUIRED

Name "${NAME} ${VERSION}"
OutFile "${OUTPUT}"
BrandingText " "
RequestExecutionLevel user

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=1036 ProductName "${NAME}"
VIAddVersionKey /LANG=1036 ProductVersion "${VERSION}"
VIAddVersionKey /LANG=1036 FileVersion "${VERSION}"
VIAddVersionKey /LANG=1036 FileDescription "Installation de ${NAME}"
VIAddVersionKey /LANG=1036 LegalCopyright "GPL-3.0-or-later"

Var usualFolder
Var removesOnly ; the files of the old version, before the new is laid out

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_COMPONENTSPAGE_NODESC
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "French"

; Says why, unless nobody is there to read it, and ends.
!macro FAIL STATUS SENTENCE
    MessageBox MB_OK|MB_ICONSTOP "${SENTENCE}" /SD IDOK
    SetErrorLevel ${STATUS}
    Quit
!macroend

; From here on $SMPROGRAMS and SHCTX are those of all accounts.
!macro USE_ALL_ACCOUNTS
    UserInfo::GetAccountType
    Pop $0
    ${If} $0 != "Admin"
        !insertmacro FAIL ${RIGHTS_MISSING} \
            "Installer ou retirer ${NAME} pour tous les comptes du poste demande les droits d'administrateur${U+00A0}: relancer depuis un compte qui les a, ou sans /AllUsers."
    ${EndIf}
    SetShellVarContext all
!macroend

; A program that runs cannot be replaced.
!macro WAIT_UNTIL_CLOSED
    ${Do}
        ${IfNot} ${FileExists} "$INSTDIR\${PROGRAM}"
            ${ExitDo}
        ${EndIf}
        ClearErrors
        FileOpen $0 "$INSTDIR\${PROGRAM}" a
        ${IfNot} ${Errors}
            FileClose $0
            ${ExitDo}
        ${EndIf}
        MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION \
            "${NAME} est ouvert${U+00A0}: le fermer, puis continuer." /SD IDCANCEL IDRETRY +3
        SetErrorLevel ${FAILED}
        Quit
    ${Loop}
!macroend

!macro TELL_EXPLORER
    System::Call 'shell32::SHChangeNotify(i 0x8000000, i 0, p 0, p 0)' ; SHCNE_ASSOCCHANGED
!macroend

Section "${NAME}" mainSection
    SectionIn RO
    !insertmacro WAIT_UNTIL_CLOSED
    ${If} ${FileExists} "$INSTDIR\Uninstall.exe"
        ExecWait '"$INSTDIR\Uninstall.exe" /S /KeepSettings _?=$INSTDIR'
    ${EndIf}
    SetOutPath "$INSTDIR"
    ClearErrors
    File /r "${TREE}/*"
    ${If} ${Errors}
        !insertmacro FAIL ${FAILED} \
            "Les fichiers n'ont pas pu être écrits dans «${U+00A0}$INSTDIR${U+00A0}»${U+00A0}: choisir un dossier où il est permis d'écrire."
    ${EndIf}
    WriteUninstaller "$INSTDIR\Uninstall.exe"
    CreateShortCut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${PROGRAM}"

    WriteRegStr SHCTX "${KEY}" "InstallLocation" "$INSTDIR"
    WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
    WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
    WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
    WriteRegStr SHCTX "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
    WriteRegStr SHCTX "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\Uninstall.exe"'
    WriteRegStr SHCTX "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\Uninstall.exe" /S'
    WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoModify" 1
    WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoRepair" 1
    ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
    WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "EstimatedSize" $0
SectionEnd

Section "Ouvrir les bases (.recoupe) d'un double clic" associationSection
    WriteRegStr SHCTX "${CLASSES}\.recoupe" "" "${FILE_CLASS}"
    WriteRegStr SHCTX "${CLASSES}\${FILE_CLASS}" "" "Base de ${NAME}"
    WriteRegStr SHCTX "${CLASSES}\${FILE_CLASS}\DefaultIcon" "" "$INSTDIR\${PROGRAM},0"
    WriteRegStr SHCTX "${CLASSES}\${FILE_CLASS}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
    !insertmacro TELL_EXPLORER
SectionEnd

Function .onInit
    StrCpy $usualFolder "$LOCALAPPDATA\Programs\${NAME}"
    ${IfNot} ${RunningX64}
    ${OrIfNot} ${AtLeastWin10}
        !insertmacro FAIL ${FAILED} "${NAME} demande Windows 10 ou 11, en 64 bits."
    ${EndIf}
    SetRegView 64
    ${GetParameters} $R0
    ClearErrors
    ${GetOptions} $R0 "/AllUsers" $R1
    ${IfNot} ${Errors}
        !insertmacro USE_ALL_ACCOUNTS
        StrCpy $usualFolder "$PROGRAMFILES64\${NAME}"
    ${EndIf}
    ClearErrors
    ${GetOptions} $R0 "/NoAssociation" $R1
    ${IfNot} ${Errors}
        SectionSetFlags ${associationSection} 0
    ${EndIf}
    ; /D= wins, then where it is already, then where such programs are.
    ${If} $INSTDIR == ""
        ReadRegStr $INSTDIR SHCTX "${KEY}" "InstallLocation"
    ${EndIf}
    ${If} $INSTDIR == ""
        StrCpy $INSTDIR "$usualFolder"
    ${EndIf}
FunctionEnd

Function un.onInit
    SetRegView 64
    ReadRegStr $0 HKLM "${KEY}" "InstallLocation"
    ${If} $0 == $INSTDIR
        !insertmacro USE_ALL_ACCOUNTS
    ${EndIf}
    StrCpy $removesOnly ""
    ${GetParameters} $R0
    ClearErrors
    ${GetOptions} $R0 "/KeepSettings" $R1
    ${IfNot} ${Errors}
        StrCpy $removesOnly "files"
    ${EndIf}
FunctionEnd

Section Uninstall
    !insertmacro WAIT_UNTIL_CLOSED
    !include "${FILES}"
    Delete "$INSTDIR\Uninstall.exe"
    RMDir "$INSTDIR" ; only where nothing else is in it
    ${If} $removesOnly == ""
        Delete "$SMPROGRAMS\${NAME}.lnk"
        ReadRegStr $0 SHCTX "${CLASSES}\.recoupe" ""
        ${If} $0 == "${FILE_CLASS}"
            DeleteRegKey SHCTX "${CLASSES}\.recoupe"
        ${EndIf}
        DeleteRegKey SHCTX "${CLASSES}\${FILE_CLASS}"
        DeleteRegKey SHCTX "${UNINSTALL_KEY}"
        DeleteRegKey SHCTX "${KEY}"
        !insertmacro TELL_EXPLORER
    ${EndIf}
SectionEnd
