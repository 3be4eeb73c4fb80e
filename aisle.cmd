@echo off
rem Starts Aisle from its sources: finds a JDK, builds on first use and after a change, runs.
rem Everything said here goes to the error stream; the output belongs to the command.
setlocal EnableExtensions DisableDelayedExpansion
set "NEEDED=25"
set "REPO=%~dp0"
if "%REPO:~-1%"=="\" set "REPO=%REPO:~0,-1%"
set "JDK="

if defined JAVA_HOME call :try "%JAVA_HOME%"
for %%C in (javac.exe) do if not defined JDK if not "%%~$PATH:C"=="" for %%D in ("%%~dp$PATH:C..") do call :try "%%~fD"
for /d %%D in (
  "%ProgramFiles%\Eclipse Adoptium\jdk-*"
  "%ProgramFiles%\Java\jdk-*"
  "%ProgramFiles%\Microsoft\jdk-*"
  "%ProgramFiles%\Zulu\zulu-*"
  "%ProgramFiles%\Amazon Corretto\jdk*"
  "%LOCALAPPDATA%\Programs\Eclipse Adoptium\jdk-*"
  "%USERPROFILE%\.jdks\*"
) do if not defined JDK call :try "%%~D"
if not defined JDK (
  >&2 echo aisle: no JDK %NEEDED% or newer was found in JAVA_HOME, on the PATH or in the usual folders; install one ^(winget install EclipseAdoptium.Temurin.%NEEDED%.JDK^) or point JAVA_HOME at it
  exit /b 1
)

call :stale
if errorlevel 1 (
  where mvn >nul 2>&1 || (
    >&2 echo aisle: Aisle must be built first and Maven is missing; install Maven 3.8 or newer ^(https://maven.apache.org^) and put it on the PATH
    exit /b 1
  )
  >&2 echo aisle: building with Maven ^(the first time also fetches the libraries, a few minutes^)
  if not exist "%REPO%\target" mkdir "%REPO%\target"
  type nul >"%REPO%\target\begun"
  call :build || (
    >&2 echo aisle: the build failed; the lines above say why
    exit /b 1
  )
  move /y "%REPO%\target\begun" "%REPO%\target\built" >nul
)

"%JDK%\bin\java.exe" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -XX:+UseG1GC -Xms64m -Xmx1g -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=20 -XX:GCTimeRatio=9 -XX:G1PeriodicGCInterval=10000 "-Daisle.home=%REPO%" "@%REPO%\target\arguments" io.aisle.app.Launcher %*
exit /b %ERRORLEVEL%

rem Takes a folder when it is a JDK that is new enough; read from its release file.
:try
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "FOUND=0"
for /f "tokens=2 delims==." %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set "FOUND=%%~V"
set "FOUND=%FOUND:"=%"
if %FOUND% GEQ %NEEDED% set "JDK=%~1"
exit /b 0

rem Whether the classes are missing or older than what they are made from: errorlevel 1.
:stale
if not exist "%REPO%\target\built" exit /b 1
if not exist "%REPO%\target\arguments" exit /b 1
powershell -NoProfile -Command "$built = (Get-Item -LiteralPath '%REPO%\target\built').LastWriteTimeUtc; foreach ($part in 'pom.xml', 'src\main', 'fxml', 'styles') { $path = Join-Path '%REPO%' $part; if (@(Get-Item -LiteralPath $path; Get-ChildItem -LiteralPath $path -Recurse) | Where-Object { $_.LastWriteTimeUtc -gt $built } | Select-Object -First 1) { exit 1 } }"
exit /b %ERRORLEVEL%

:build
setlocal
set "JAVA_HOME=%JDK%"
set "MAVEN_OPTS=%MAVEN_OPTS% --sun-misc-unsafe-memory-access=allow"
call mvn -B -q -Dstyle.color=never -f "%REPO%\pom.xml" -DskipTests process-classes 1>&2
if errorlevel 1 exit /b 1
rem The class path goes into an argument file, for it is longer than a line may be here. Java wants / in it.
powershell -NoProfile -Command "$libraries = (Get-Content -Raw -LiteralPath '%REPO%\target\classpath').Trim(); $path = ('%REPO%\target\classes;' + $libraries) -replace '\\', '/'; Set-Content -LiteralPath '%REPO%\target\arguments' -Value ('-cp ' + [char]34 + $path + [char]34)"
exit /b %ERRORLEVEL%
