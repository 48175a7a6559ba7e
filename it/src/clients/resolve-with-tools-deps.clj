; Prints the class path of a deps.edn. ConsumersIT runs it, with the folder for downloads, the deps.edn and repositories.
(require '[clojure.java.io :as io] '[clojure.string :as string] '[clojure.tools.deps :as deps])

(let [[downloads edn & urls] *command-line-args*
      repositories (into {"central" nil "clojars" nil}
                         (map-indexed (fn [i url] [(str "repository-" i) {:url url}]) urls))
      basis (deps/create-basis {:root nil
                                :user nil
                                :project (deps/slurp-deps (io/file edn))
                                :extra {:mvn/local-repo downloads :mvn/repos repositories}})]
  (println "classpath" (string/join java.io.File/pathSeparator (:classpath-roots basis))))
(shutdown-agents)
