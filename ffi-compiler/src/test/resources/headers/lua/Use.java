package whole;

import static whole.Whole.*;


/** Calls some of the library. */
public final class Use {
    private Use() {}

    public static void main(String[] arguments) {
        lua_State state = luaL_newstate();
        luaL_openlibs(state);
        System.out.println("Lua " + lua_version(state));
        System.out.println(luaL_loadstring(state, "local n = ... ; return n * 2, 'of ' .. _VERSION") == LUA_OK);
        lua_pushinteger(state, 21);
        lua_callk(state, 1, LUA_MULTRET, 0, null);
        System.out.println(lua_tointegerx(state, 1, null) + " " + lua_tolstring(state, 2, null).string());
        lua_close(state);
    }
}
