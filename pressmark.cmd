@echo off
rem Starts Pressmark on Windows; builds it on first use. The POSIX launcher, pressmark, is the model:
rem PRESSMARK_JAVA, JAVA_HOME, then java on the path; PRESSMARK_OPTS adds JVM flags.
rem Exit codes of its own: 69 no suitable Java, 70 the build failed.
setlocal EnableExtensions DisableDelayedExpansion
set "HOME_DIR=%~dp0"
set "HOME_DIR=%HOME_DIR:~0,-1%"
set "JAR=%HOME_DIR%\target\pressmark.jar"

if defined PRESSMARK_JAVA (
  set "JAVA_EXE=%PRESSMARK_JAVA%"
) else if defined JAVA_HOME (
  set "JAVA_EXE=%JAVA_HOME%\bin\java.exe"
) else (
  for %%J in (java.exe) do set "JAVA_EXE=%%~$PATH:J"
)
if not defined JAVA_EXE goto nojava
if not exist "%JAVA_EXE%" goto nojava

rem The JDK's release file says its version without a JVM start. Some java.exe on the path are only pointers
rem and have no such file beside them; those are asked themselves.
for %%B in ("%JAVA_EXE%") do for %%H in ("%%~dpB..") do set "JDK_DIR=%%~fH"
set "VERSION="
if exist "%JDK_DIR%\release" (
  for /f "tokens=2 delims==" %%V in ('findstr /b "JAVA_VERSION=" "%JDK_DIR%\release"') do set "VERSION=%%~V"
) else (
  for /f "tokens=3" %%V in ('call "%JAVA_EXE%" -version 2^>^&1 ^| findstr /c:" version "') do if not defined VERSION set "VERSION=%%~V"
)
if not defined VERSION goto nojava
for /f "tokens=1 delims=.-+" %%M in ("%VERSION%") do set "MAJOR=%%M"
if %MAJOR% LSS 17 goto nojava

rem Without find -newer a PowerShell start would cost more than Pressmark's own: a changed source is seen only
rem with PRESSMARK_REBUILD=1, or built by hand (mvnw.cmd -Pfast package).
if exist "%JAR%" if not "%PRESSMARK_REBUILD%"=="1" goto run
if not exist "%JDK_DIR%\bin\javac.exe" (
  if not defined JAVA_HOME goto nojdk
  if not exist "%JAVA_HOME%\bin\javac.exe" goto nojdk
  set "JDK_DIR=%JAVA_HOME%"
)
>&2 echo building Pressmark (first use or source change) ...
if not exist "%HOME_DIR%\target" mkdir "%HOME_DIR%\target"
setlocal
set "JAVA_HOME=%JDK_DIR%"
pushd "%HOME_DIR%"
call mvnw.cmd -B -q -ntp -Pfast package > "%HOME_DIR%\target\build.log" 2>&1 < nul
set "BUILT=%ERRORLEVEL%"
popd
if not "%BUILT%"=="0" goto failed
endlocal

:run
set "FLAGS=-XX:TieredStopAtLevel=1"
for %%A in (serve import rebuild verify reextract) do if "%~1"=="%%A" set "FLAGS="
for %%A in (watch crawl) do if "%~1"=="%%A" set "FLAGS=-XX:+IgnoreUnrecognizedVMOptions -XX:-C1UpdateMethodData -Xms96m -Xmn48m -XX:MetaspaceSize=64m"
if %MAJOR% GEQ 22 set "FLAGS=%FLAGS% --enable-native-access=ALL-UNNAMED"
"%JAVA_EXE%" -XX:+UseSerialGC -Xshare:auto -Xlog:disable %FLAGS% %PRESSMARK_OPTS% "-Dpressmark.home=%HOME_DIR%" -jar "%JAR%" %*
exit /b %ERRORLEVEL%

:failed
>&2 type "%HOME_DIR%\target\build.log"
>&2 echo pressmark: the build failed; the whole log is in %HOME_DIR%\target\build.log
exit /b 70

:nojdk
>&2 echo pressmark: Pressmark must be built first, and %JDK_DIR% is a JRE without javac.
:nojava
>&2 echo Pressmark needs Java 17 or newer (to build it, a JDK with javac; to run it, a JRE is enough).
>&2 echo Get one with "winget install EclipseAdoptium.Temurin.21.JDK" or from https://adoptium.net,
>&2 echo then set JAVA_HOME to its folder.
exit /b 69
