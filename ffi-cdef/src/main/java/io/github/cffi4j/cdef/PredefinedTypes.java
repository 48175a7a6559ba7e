package io.github.cffi4j.cdef;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** The typedef names that a cdef may use without declaring them: those of CFFI. A cdef may declare them again. */
public final class PredefinedTypes {
    private static final String STANDARD = """
        FILE bool wchar_t char16_t char32_t va_list
        int8_t uint8_t int16_t uint16_t int32_t uint32_t int64_t uint64_t
        int_least8_t uint_least8_t int_least16_t uint_least16_t
        int_least32_t uint_least32_t int_least64_t uint_least64_t
        int_fast8_t uint_fast8_t int_fast16_t uint_fast16_t
        int_fast32_t uint_fast32_t int_fast64_t uint_fast64_t
        intptr_t uintptr_t intmax_t uintmax_t ptrdiff_t size_t ssize_t
        """;

    private static final String WINDOWS = """
        ATOM BOOL BOOLEAN BYTE CCHAR CHAR COLORREF DWORD DWORD32 DWORD64 DWORDLONG DWORD_PTR FLOAT
        HACCEL HALF_PTR HANDLE HBITMAP HBRUSH HCOLORSPACE HCONV HCONVLIST HCURSOR HDC HDDEDATA HDESK HDROP HDWP
        HENHMETAFILE HFILE HFONT HGDIOBJ HGLOBAL HHOOK HICON HINSTANCE HKEY HKL HLOCAL HMENU HMETAFILE HMODULE
        HMONITOR HPALETTE HPEN HRESULT HRGN HRSRC HSZ HWND
        INT INT8 INT16 INT32 INT64 INT_PTR LANGID LCID LCTYPE LGRPID LONG LONG32 LONG64 LONGLONG LONG_PTR LPARAM
        LPBOOL LPBYTE LPCOLORREF LPCSTR LPCTSTR LPCVOID LPCWSTR LPDWORD LPHANDLE LPINT LPLONG LPSTR LPTSTR LPVOID
        LPWORD LPWSTR LRESULT
        PBOOL PBOOLEAN PBYTE PCHAR PCSTR PCTSTR PCUNICODE_STRING PCWSTR PDWORD PDWORD32 PDWORD64 PDWORDLONG
        PDWORD_PTR PFLOAT PHALF_PTR PHANDLE PHKEY PINT PINT8 PINT16 PINT32 PINT64 PINT_PTR PLCID PLONG PLONG32
        PLONG64 PLONGLONG PLONG_PTR PSHORT PSIZE_T PSSIZE_T PSTR PTBYTE PTCHAR PTSTR PUCHAR PUHALF_PTR PUINT PUINT8
        PUINT16 PUINT32 PUINT64 PUINT_PTR PULONG PULONG32 PULONG64 PULONGLONG PULONG_PTR PUNICODE_STRING PUSHORT
        PVOID PWCHAR PWORD PWSTR
        QWORD SC_HANDLE SC_LOCK SERVICE_STATUS_HANDLE SHORT SIZE_T SSIZE_T TBYTE TCHAR UCHAR UHALF_PTR UINT UINT8
        UINT16 UINT32 UINT64 UINT_PTR ULONG ULONG32 ULONG64 ULONGLONG ULONG_PTR UNICODE_STRING USHORT USN VOID WCHAR
        WORD WPARAM _Fcomplex _Dcomplex
        """;

    /** The names, in an order that is always the same: what is proposed for a mistyped name depends on it. */
    public static final Set<String> NAMES = words(STANDARD + WINDOWS);

    private PredefinedTypes() {}

    /** Splits by hand: a regular expression and a stream would be a build's first ones. */
    private static Set<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) <= ' ') {
                if (at > start) {
                    words.add(text.substring(start, at));
                }
                start = at + 1;
            }
        }
        return Collections.unmodifiableSet(words);
    }
}
