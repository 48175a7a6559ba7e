package golden;

import io.github.cffi4j.Arena;
import shapes.Shapes;

final class Use {
    public static void main(String[] arguments) {
        Shapes.box box = Shapes.box.allocate();
        box.high().x(4).y(8);
        Shapes.point centre = Includes.centre(box);
        System.out.println(centre);
        System.out.println(Includes.weigh((p, state) -> p.x() + p.y(), centre));
        System.out.println(Includes.darker(Shapes.BLUE) == Shapes.GREEN);
        System.out.println(Includes.grid().get(1));
        System.out.println(Includes.style().line().width() + " " + Includes.style().colour());
        try (Arena arena = Arena.open()) {
            Shapes.ident several = Shapes.ident.allocate(arena, 3);
            several.set(2, 40000);
            System.out.println(Includes.last(several, 3) + " " + Shapes.next_ident(several));
            Includes.scene scene = Includes.scene.allocate(arena);
            scene.id(7).background(Shapes.GREEN).weight(Shapes.measure.stub(arena, (p, state) -> 2.5));
            scene.bounds().low().x(-1);
            Shapes.canvas canvas = Includes.canvas_new(scene);
            System.out.println(scene.on().equals(canvas) + " " + scene.weight().call(centre, null));
            System.out.println(scene.bounds());
            Includes.canvas_free(canvas);
        }
    }
}
